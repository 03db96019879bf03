//! Checks of name, proxy, connection and certificates.

use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

use hyper_util::client::proxy::matcher::Matcher;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::certificates::{self, Handshake};
use super::place::Place;
use super::report::{Layer, Report};
use crate::failure::Exit;
use crate::settings::options::Options;

/// What the checks of the network found.
pub(super) enum Reached {
    No,
    /// The connection works. The certificates are known if no proxy is in between.
    Yes(Option<Handshake>),
}

/// Checks the layers from the name to the connection.
pub(super) async fn examine(url: &str, options: &Options, report: &mut Report) -> Reached {
    let place = match url.parse::<http::Uri>() {
        Ok(uri) => match Place::of(&uri) {
            Some(place) => place,
            None => {
                report.fault(
                    Layer::Name,
                    Exit::Usage,
                    "the address has no host",
                    "Correct the address.",
                );
                return Reached::No;
            }
        },
        Err(error) => {
            report.fault(
                Layer::Name,
                Exit::Usage,
                format!("the address is not valid: {error}"),
                "Correct the address.",
            );
            return Reached::No;
        }
    };
    let patience = options.network.connect_timeout.unwrap_or(Duration::from_secs(10));
    let proxy = proxy(url, &place);
    let addresses = match (resolve(&place.host, place.port, patience).await, &proxy) {
        (Ok(addresses), _) => {
            let shown: Vec<String> =
                addresses.iter().map(|address| address.ip().to_string()).collect();
            report.ok(Layer::Name, format!("{} resolves to {}", place.host, shown.join(", ")));
            addresses
        }
        // Then the proxy resolves it.
        (Err(why), Some(_)) => {
            report.warning(
                Layer::Name,
                format!("{} does not resolve here: {why}", place.host),
                "Ignore this if the proxy resolves it.",
            );
            Vec::new()
        }
        (Err(why), None) => {
            report.fault(
                Layer::Name,
                Exit::NotReached,
                format!("{} does not resolve: {why}", place.host),
                "Check the spelling of the domain, the VPN and the name server.",
            );
            return Reached::No;
        }
    };
    match proxy {
        None => report.ok(Layer::Proxy, "none"),
        Some((host, port)) => return by_proxy(&host, port, patience, report).await,
    }
    let Some(address) = connect(&addresses, patience, report).await else { return Reached::No };
    if !place.is_https {
        return Reached::Yes(None);
    }
    let patience = patience.max(Duration::from_secs(1));
    Reached::Yes(Some(certificates::shown(&place, address, patience).await))
}

/// The proxy that the environment names for an address, found as calls find it.
fn proxy(url: &str, place: &Place) -> Option<(String, u16)> {
    let is_loopback = place.host == "localhost"
        || place.host.ends_with(".localhost")
        || place.host.parse().is_ok_and(|address: IpAddr| address.is_loopback());
    if is_loopback {
        return None;
    }
    let intercept = Matcher::from_system().intercept(&url.parse().ok()?)?;
    let uri = intercept.uri();
    let usual = if uri.scheme_str() == Some("https") { 443 } else { 80 };
    Some((uri.host()?.to_owned(), uri.port_u16().unwrap_or(usual)))
}

async fn by_proxy(host: &str, port: u16, patience: Duration, report: &mut Report) -> Reached {
    report.ok(Layer::Proxy, format!("{host}:{port}, from the environment"));
    let addresses = match resolve(host, port, patience).await {
        Ok(addresses) => addresses,
        Err(why) => {
            report.fault(
                Layer::Connection,
                Exit::NotReached,
                format!("the proxy {host} does not resolve: {why}"),
                "Check HTTPS_PROXY, and NO_PROXY for hosts that need no proxy.",
            );
            return Reached::No;
        }
    };
    match connect(&addresses, patience, report).await {
        Some(_) => Reached::Yes(None),
        None => Reached::No,
    }
}

async fn resolve(host: &str, port: u16, patience: Duration) -> Result<Vec<SocketAddr>, String> {
    match timeout(patience, tokio::net::lookup_host((host, port))).await {
        Err(_) => Err(format!("no answer in {patience:?}")),
        Ok(Err(error)) => Err(error.to_string()),
        Ok(Ok(addresses)) => {
            let addresses: Vec<SocketAddr> = addresses.collect();
            if addresses.is_empty() { Err("it has no address".to_owned()) } else { Ok(addresses) }
        }
    }
}

/// The first address that accepts a connection.
async fn connect(
    addresses: &[SocketAddr],
    patience: Duration,
    report: &mut Report,
) -> Option<SocketAddr> {
    let mut faults = Vec::new();
    for address in addresses {
        let started = Instant::now();
        match timeout(patience, TcpStream::connect(address)).await {
            Ok(Ok(_)) => {
                let took = started.elapsed().as_millis();
                report.ok(Layer::Connection, format!("{address} answers after {took} ms"));
                return Some(*address);
            }
            Ok(Err(error)) => faults.push(format!("{address}: {error}")),
            Err(_) => faults.push(format!("{address}: no answer in {patience:?}")),
        }
    }
    report.fault(
        Layer::Connection,
        Exit::NotReached,
        faults.join("; "),
        "Check that the platform is running, and that no firewall or VPN blocks the connection.",
    );
    None
}
