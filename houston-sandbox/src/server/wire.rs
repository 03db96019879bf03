//! A connection that a fault can end in the middle of a frame.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// Half of the next write is sent, and then nothing more.
#[derive(Clone, Debug, Default)]
pub(super) struct Half(Arc<AtomicBool>);

impl Half {
    /// Holds for the next write of the connection.
    pub(super) fn arm(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

pub(super) struct Wire {
    stream: TcpStream,
    half: Half,
    is_cut: bool,
}

impl Wire {
    pub(super) fn new(stream: TcpStream, half: Half) -> Wire {
        Wire { stream, half, is_cut: false }
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if self.is_cut {
            return Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()));
        }
        if !self.half.0.load(Ordering::Relaxed) {
            return Pin::new(&mut self.stream).poll_write(context, bytes);
        }
        let half = bytes.get(..bytes.len().div_ceil(2)).unwrap_or(bytes);
        let written = ready!(Pin::new(&mut self.stream).poll_write(context, half))?;
        self.is_cut = true;
        Poll::Ready(Ok(written))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
