use std::io;
use std::sync::Arc;

/// Where a journal of lines is kept: one sequence of bytes. [`FileStorage`](super::FileStorage) is a file.
pub trait Storage: Send + Sync {
    /// Reads bytes from this place on. Returns how many; 0 at the end.
    ///
    /// # Errors
    ///
    /// Fails if they cannot be read.
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;

    /// Appends all of these bytes.
    ///
    /// # Errors
    ///
    /// Fails if they cannot be written. A part of them may then be there.
    fn append(&self, bytes: &[u8]) -> io::Result<()>;

    /// Makes everything durable that was appended or cut off: it survives a loss of power.
    ///
    /// # Errors
    ///
    /// Fails if this is not certain.
    fn sync(&self) -> io::Result<()>;

    /// Cuts off everything behind this length.
    ///
    /// # Errors
    ///
    /// Fails if it is still there.
    fn truncate(&self, length: u64) -> io::Result<()>;
}

impl<S: Storage + ?Sized> Storage for Arc<S> {
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        (**self).read_at(offset, buffer)
    }

    fn append(&self, bytes: &[u8]) -> io::Result<()> {
        (**self).append(bytes)
    }

    fn sync(&self) -> io::Result<()> {
        (**self).sync()
    }

    fn truncate(&self, length: u64) -> io::Result<()> {
        (**self).truncate(length)
    }
}
