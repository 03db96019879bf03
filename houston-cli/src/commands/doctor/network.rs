//! Name, proxy, connection and certificates.

use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

use hyper_util::client::proxy::matcher::Matcher;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::certificates;
use super::place::Place;
use super::report::{Layer, Report};
use crate::failure::Exit;
use crate::settings::options::Options;

/// Goes from the name to the certificates. Says whether there is somebody to talk to.
pub(super) async fn examine(url: &str, options: &Options, report: &mut Report) -> bool {
    let place = match url.parse::<http::Uri>() {
        Ok(uri) => match Place::of(&uri) {
            Some(place) => place,
            None => {
                report.fault(
                    Layer::Name,
                    Exit::Usage,
                    "the address has no host",
                    "correct the address",
                );
                return false;
            }
        },
        Err(error) => {
            report.fault(
                Layer::Name,
                Exit::Usage,
                format!("the address: {error}"),
                "correct the address",
            );
            return false;
        }
    };
    let patience = options.network.connect_timeout.unwrap_or(Duration::from_secs(10));
    let proxy = proxy(url, &place);
    let addresses = match (resolve(&place.host, place.port, patience).await, &proxy) {
        (Ok(addresses), _) => {
            let shown: Vec<String> =
                addresses.iter().map(|address| address.ip().to_string()).collect();
            report.ok(Layer::Name, format!("{} is {}", place.host, shown.join(", ")));
            addresses
        }
        // Then the proxy looks it up.
        (Err(why), Some(_)) => {
            report.warning(
                Layer::Name,
                format!("{} is not known here: {why}", place.host),
                "that is no fault where the proxy knows it",
            );
            Vec::new()
        }
        (Err(why), None) => {
            report.fault(
                Layer::Name,
                Exit::NotReached,
                format!("{} is not known: {why}", place.host),
                "check the spelling of the domain, the VPN, and the name server",
            );
            return false;
        }
    };
    match proxy {
        None => report.ok(Layer::Proxy, "none"),
        Some((host, port)) => return by_proxy(&host, port, patience, report).await,
    }
    let Some(address) = connect(&addresses, patience, report).await else { return false };
    if place.is_https {
        let patience = patience.max(Duration::from_secs(1));
        let shows = options.network.client_cert.is_some();
        certificates::examine(&place, address, patience, shows, report).await
    } else {
        report.skipped(Layer::Tls, "the address is plain http");
        true
    }
}

/// The proxy that the environment names for an address, as calls look for it.
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

async fn by_proxy(host: &str, port: u16, patience: Duration, report: &mut Report) -> bool {
    report.ok(Layer::Proxy, format!("{host}:{port}, as the environment says"));
    let addresses = match resolve(host, port, patience).await {
        Ok(addresses) => addresses,
        Err(why) => {
            report.fault(
                Layer::Connection,
                Exit::NotReached,
                format!("the proxy {host} is not known: {why}"),
                "check HTTPS_PROXY, and NO_PROXY for what needs none",
            );
            return false;
        }
    };
    if connect(&addresses, patience, report).await.is_none() {
        return false;
    }
    report.skipped(Layer::Tls, "it goes through the proxy; HTTP below shows whether it is trusted");
    true
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

/// The first address that takes a connection.
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
        "check that the platform is up, and that a firewall or VPN lets you through",
    );
    None
}
