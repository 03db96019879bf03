//! A connection that ends if its client does not take what is written, or if a fault ends it in the middle of a frame.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

use super::guard::DEADLINE;

/// How much a slow client must take before each [`DEADLINE`], in bytes.
const PIECE: usize = 1024 * 1024;

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
    /// While the client has not taken all: when it ends, and what was taken meanwhile.
    late: Option<(Pin<Box<Sleep>>, usize)>,
}

impl Wire {
    pub(super) fn new(stream: TcpStream, half: Half) -> Wire {
        Wire { stream, half, is_cut: false, late: None }
    }

    /// Writes some of the offered bytes. Fails if the client has taken too few for too long.
    fn write(
        &mut self,
        context: &mut Context<'_>,
        offered: usize,
        write: impl FnOnce(Pin<&mut TcpStream>, &mut Context<'_>) -> Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        match write(Pin::new(&mut self.stream), context) {
            Poll::Ready(Ok(written)) => {
                if let Some((_, taken)) = &mut self.late {
                    *taken += written;
                    if written == offered || *taken >= PIECE {
                        self.late = None;
                    }
                }
                Poll::Ready(Ok(written))
            }
            Poll::Ready(failed) => Poll::Ready(failed),
            Poll::Pending => {
                let (end, _) = self.late.get_or_insert_with(|| (Box::pin(sleep(DEADLINE)), 0));
                ready!(end.as_mut().poll(context));
                Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
            }
        }
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
            return self
                .write(context, bytes.len(), |stream, context| stream.poll_write(context, bytes));
        }
        let half = bytes.get(..bytes.len().div_ceil(2)).unwrap_or(bytes);
        let written = ready!(
            self.write(context, half.len(), |stream, context| stream.poll_write(context, half))
        )?;
        self.is_cut = true;
        Poll::Ready(Ok(written))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        if self.is_cut || self.half.0.load(Ordering::Relaxed) {
            let first = pieces.iter().find(|piece| !piece.is_empty());
            return self.poll_write(context, first.map_or(&[], |piece| &**piece));
        }
        let offered = pieces.iter().map(|piece| piece.len()).sum();
        self.write(context, offered, |stream, context| stream.poll_write_vectored(context, pieces))
    }

    // hyper then writes a body from where it is, and keeps no copy.
    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
