//! How a serving process announces its address: two private files in the directory of its store.

use std::fs;
use std::io;
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::settings::files::{remove, write_private_here};
use crate::settings::found;

/// A process that serves a store.
#[derive(Debug)]
pub(crate) struct Served {
    pub(crate) url: String,
    pub(crate) token: String,
}

/// The file with the address of a store's server.
fn url_file(store: &Path) -> PathBuf {
    store.join("server.url")
}

/// The file with the administrator's token of a store's server.
pub(crate) fn token_file(store: &Path) -> PathBuf {
    store.join("administrator.token")
}

/// The server of a store that another process holds, if it answers.
pub(crate) fn find(store: &Path) -> Option<Served> {
    let line = |path: PathBuf| Some(found::text(&path).ok()??.trim().to_owned());
    let url = line(url_file(store))?;
    let address: SocketAddr = url.strip_prefix("http://")?.strip_suffix("/v1")?.parse().ok()?;
    // A server that was killed leaves its file behind.
    if !address.ip().is_loopback() {
        return None;
    }
    TcpStream::connect_timeout(&address, Duration::from_millis(500)).ok()?;
    // A platform without an administrator has no token.
    Some(Served { url, token: line(token_file(store)).unwrap_or_default() })
}

/// Writes the address and the token of a store's server.
pub(crate) fn announce(store: &Path, served: &Served) -> io::Result<()> {
    if served.token.is_empty() {
        forget(store)?;
    } else {
        write_private_here(&token_file(store), &format!("{}\n", served.token))?;
    }
    write_private_here(&url_file(store), &format!("{}\n", served.url))
}

/// Removes the address of a server. Only the process that holds the store may do so: then no server runs.
pub(crate) fn withdraw(store: &Path) {
    // Usually there is nothing to remove.
    let _ = fs::remove_file(url_file(store));
}

/// Removes the token of an administrator who no longer exists.
pub(crate) fn forget(store: &Path) -> io::Result<()> {
    remove(&token_file(store))
}

#[cfg(test)]
mod tests {
    use super::{Served, announce, find, token_file, url_file, withdraw};

    #[test]
    fn a_server_is_found_while_it_answers() {
        let store = tempfile::tempdir().unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        assert!(find(store.path()).is_none());
        for token in ["first", "second"] {
            announce(store.path(), &Served { url: url.clone(), token: token.to_owned() }).unwrap();
            let found = find(store.path()).unwrap();
            assert_eq!((found.url.as_str(), found.token.as_str()), (url.as_str(), token));
        }
        let gone = Served { url: houston_tests::server::closed(), token: "third".to_owned() };
        announce(store.path(), &gone).unwrap();
        assert!(find(store.path()).is_none());
        withdraw(store.path());
        assert!(!url_file(store.path()).exists());
    }

    #[test]
    fn no_other_machine_is_asked() {
        let store = tempfile::tempdir().unwrap();
        let served = Served { url: "http://192.0.2.1:80/v1".to_owned(), token: "t".to_owned() };
        announce(store.path(), &served).unwrap();
        let start = std::time::Instant::now();
        assert!(find(store.path()).is_none());
        assert!(start.elapsed().as_millis() < 400, "it connected to another machine");
    }

    #[cfg(unix)]
    #[test]
    fn only_their_owner_can_read_the_files() {
        use std::os::unix::fs::PermissionsExt;
        let store = tempfile::tempdir().unwrap();
        std::fs::write(token_file(store.path()), "old").unwrap();
        let served = Served { url: "http://127.0.0.1:1/v1".to_owned(), token: "t".to_owned() };
        announce(store.path(), &served).unwrap();
        for file in [url_file(store.path()), token_file(store.path())] {
            assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{file:?}");
        }
    }
}
