//! Being asked to stop.

/// Listens, from this call on, for being asked to stop: Ctrl-C, or the signal that service managers send. The future ends
/// when that happens.
#[cfg(unix)]
pub(super) fn asked_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let signals = [SignalKind::interrupt(), SignalKind::terminate()].map(|kind| signal(kind).ok());
    async move {
        let [Some(mut interrupt), Some(mut terminate)] = signals else {
            // Where signals cannot be listened to, the process ends without notice.
            return std::future::pending().await;
        };
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }
}

/// Listens for Ctrl-C. The future ends when that happens.
#[cfg(not(unix))]
pub(super) async fn asked_to_stop() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
