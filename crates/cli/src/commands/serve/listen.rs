//! Where to listen: on this machine for anybody, beyond it only with an owner who says who may write.

use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::commands::account;
use crate::exit::{Failure, Outcome};
use crate::open::Context;

/// The address to listen on.
pub(super) async fn address(text: &str) -> Outcome<SocketAddr> {
    let hint = "write an address and a port, such as 127.0.0.1:8080";
    let mut found = tokio::net::lookup_host(text)
        .await
        .map_err(|_| Failure::wrong(format!("`{text}` is not an address to listen on"), hint))?;
    found.next().ok_or_else(|| Failure::wrong(format!("`{text}` is no address of any machine"), hint))
}

/// Refuses an address that other machines reach while nobody owns the workbench. Makes no file.
pub(super) async fn refuse_without_owner(address: SocketAddr, cx: Context<'_>) -> Outcome<()> {
    let is_owned = match account::open_existing(cx).await? {
        Some(accounts) => {
            let has_owner = accounts.has_owner().await.map_err(account::failure)?;
            accounts.close().await;
            has_owner
        }
        None => false,
    };
    if is_owned {
        return Ok(());
    }
    Err(Failure::wrong(
        format!("{address} can be reached by other machines, and this workbench has no owner yet to say who may write"),
        "serve on 127.0.0.1:8080 first, open the link it prints and choose a name and a password; then listen here",
    ))
}

/// Takes the port.
pub(super) async fn bind(address: SocketAddr) -> Outcome<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(address).await.map_err(|error| binding(address, &error))?;
    let place = listener.local_addr().map_err(|error| binding(address, &error))?;
    Ok((listener, place))
}

fn binding(address: SocketAddr, error: &std::io::Error) -> Failure {
    let failure = match error.kind() {
        std::io::ErrorKind::AddrInUse => Failure::outside(
            "another program has that port",
            "stop it, or take another port with --listen 127.0.0.1:0 (any that is free)",
        ),
        std::io::ErrorKind::PermissionDenied => {
            Failure::outside("this user may not take that port", "take one above 1023, such as --listen 127.0.0.1:8080")
        }
        _ => Failure::outside(error, "take another address with --listen"),
    };
    failure.while_doing(format_args!("listen on {address}"))
}
