//! Listening: connections are taken one by one and served over HTTP/1.1 with limits on their number, their headers and the
//! time a client may take to send them. This is `hyper` itself because `axum::serve` leaves those limits open.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper::{Method, Request};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use crate::access::Peer;
use crate::router::router;
use crate::shared::Shared;

/// Connections served at once; more wait to be taken.
const MOST_CONNECTIONS: usize = 2_048;
/// How long a client may take to send the head of a request, or keep a connection without asking.
const HEADER_TIME: Duration = Duration::from_secs(30);
/// The most bytes of a request's head.
const MOST_HEADER_BYTES: usize = 16 << 10;
/// The most fields of a request's head.
const MOST_HEADERS: usize = 64;
/// How long requests under way may take after the end was asked for.
const FAREWELL: Duration = Duration::from_secs(10);

/// Serves until `shutdown` ends, then lets requests under way finish.
///
/// # Errors
/// None today: a connection that cannot be taken is logged, and the next one is waited for.
pub async fn serve(
    listener: TcpListener,
    shared: Arc<Shared>,
    shutdown: impl Future<Output = ()>,
) -> std::io::Result<()> {
    let service = TowerToHyperService::new(router(shared));
    let permits = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIME)
        .max_buf_size(MOST_HEADER_BYTES)
        .max_headers(MOST_HEADERS)
        .pipeline_flush(true);
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        let permit = Arc::clone(&permits).acquire_owned().await.expect("the semaphore is never closed");
        let (stream, client) = tokio::select! {
            taken = listener.accept() => match taken {
                Ok(taken) => taken,
                Err(error) => {
                    rest(&error).await;
                    continue;
                }
            },
            () = &mut shutdown => break,
        };
        set_no_delay(&stream);
        let service = service.clone();
        let service = service_fn(move |mut request: Request<Incoming>| {
            // Only attempts are counted by client, and those are posted; reading need not pay for it.
            if request.method() == Method::POST {
                request.extensions_mut().insert(Peer(client.ip()));
            }
            service.call(request)
        });
        let connection = builder.serve_connection(TokioIo::new(stream), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "connection ended early");
            }
            drop(permit);
        });
    }
    drop(listener);
    if tokio::time::timeout(FAREWELL, graceful.shutdown()).await.is_err() {
        tracing::warn!(waited_s = FAREWELL.as_secs(), "gave up on requests under way");
    }
    Ok(())
}

/// Answers are written whole: waiting for more to send with them only costs time.
fn set_no_delay(stream: &TcpStream) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "the connection keeps its delay");
    }
}

/// After a failed accept: the usual reason is that no files are left to open, and that passes.
async fn rest(error: &std::io::Error) {
    let is_of_the_client = matches!(
        error.kind(),
        std::io::ErrorKind::ConnectionRefused
            | std::io::ErrorKind::ConnectionAborted
            | std::io::ErrorKind::ConnectionReset
    );
    if !is_of_the_client {
        tracing::error!(%error, "could not take a connection");
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
