//! Checks of name, proxy, connection and certificates.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use houston_client::transport::http::{Proxy, Route};
use houston_schema::text::duration;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::certificates::{self, Handshake};
use super::place::Place;
use super::report::{Layer, Report};
use crate::call::connection;
use crate::failure::{Exit, Step};
use crate::settings::options::Options;
use crate::settings::target::Target;

/// What the checks of the network found.
pub(super) enum Reached {
    No,
    /// The connection works. The certificates are known if no proxy is in between.
    Yes(Option<Handshake>),
}

/// Checks the layers from the name to the connection.
pub(super) async fn examine(target: &Target, options: &Options, report: &mut Report) -> Reached {
    // The URL that calls use: it is normalized.
    let url = target.shown().ok().flatten().unwrap_or_default();
    let uri = url.parse().map_err(|error| format!("the address is not valid: {error}"));
    let place = uri.and_then(|uri| Place::of(&uri).ok_or("the address has no host".to_owned()));
    let place = match place {
        Ok(place) => place,
        Err(why) => {
            report.fault(Layer::Name, Exit::Usage, why, "Correct the address.");
            return Reached::No;
        }
    };
    let patience = options.network.connect_timeout.unwrap_or(Duration::from_secs(10));
    let (proxy, how) = match connection::route(target, options) {
        Ok((Route::Proxy(proxy), source)) => {
            let how = format!("{}, from {source}", proxy.address);
            (Some(proxy), how)
        }
        Ok((Route::Excluded { by }, _)) => (None, format!("none, because {by} names the host")),
        Ok(_) => (None, "none".to_owned()),
        Err(failure) => {
            report.failure(Layer::Proxy, &failure);
            return Reached::No;
        }
    };
    let given: Vec<SocketAddr> = given(&place, options).collect();
    let found = match given.is_empty() {
        true => resolve(&place.host, place.port, patience).await,
        false => Ok(given.clone()),
    };
    let addresses = match (found, &proxy) {
        (Ok(addresses), _) => {
            let shown: Vec<String> =
                addresses.iter().map(|address| address.ip().to_string()).collect();
            let by = if given.is_empty() { "" } else { ", by --resolve" };
            let what = format!("{} resolves to {}{by}", place.host, shown.join(", "));
            report.ok(Layer::Name, what);
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
                Step::NameUnknown.next(),
            );
            report.ok(Layer::Proxy, how);
            return Reached::No;
        }
    };
    report.ok(Layer::Proxy, how);
    if let Some(proxy) = proxy {
        return by_proxy(&proxy, patience, report).await;
    }
    let Some(address) = connect(&addresses, patience, None, report).await else {
        return Reached::No;
    };
    if !place.is_https {
        return Reached::Yes(None);
    }
    let patience = patience.max(Duration::from_secs(1));
    Reached::Yes(Some(certificates::shown(&place, address, patience).await))
}

async fn by_proxy(proxy: &Proxy, patience: Duration, report: &mut Report) -> Reached {
    // The address always has a host and a port.
    let (_, place) = proxy.address.split_once("://").unwrap_or_default();
    let (host, port) = place.rsplit_once(':').unwrap_or((place, ""));
    let host = host.trim_matches(['[', ']']);
    let addresses = match resolve(host, port.parse().unwrap_or_default(), patience).await {
        Ok(addresses) => addresses,
        Err(why) => {
            report.fault(
                Layer::Connection,
                Exit::NotReached,
                format!("the name of the proxy {} does not resolve: {why}", proxy.address),
                Step::ProxyNameUnknown.next(),
            );
            return Reached::No;
        }
    };
    match connect(&addresses, patience, Some(proxy), report).await {
        Some(_) => Reached::Yes(None),
        None => Reached::No,
    }
}

/// The addresses that `--resolve` gives.
fn given(place: &Place, options: &Options) -> impl Iterator<Item = SocketAddr> {
    let of_place = options.network.resolved.iter();
    let of_place =
        of_place.filter(|one| one.port == place.port && place.host.eq_ignore_ascii_case(&one.host));
    of_place.map(|one| SocketAddr::new(one.address, one.port))
}

async fn resolve(host: &str, port: u16, patience: Duration) -> Result<Vec<SocketAddr>, String> {
    match timeout(patience, tokio::net::lookup_host((host, port))).await {
        Err(_) => Err(format!("no answer in {}", duration(patience))),
        Ok(Err(error)) => Err(error.to_string()),
        Ok(Ok(addresses)) => {
            let addresses: Vec<SocketAddr> = addresses.collect();
            if addresses.is_empty() { Err("it has no address".to_owned()) } else { Ok(addresses) }
        }
    }
}

/// The first address that accepts a connection, of the server or of its proxy.
async fn connect(
    addresses: &[SocketAddr],
    patience: Duration,
    proxy: Option<&Proxy>,
    report: &mut Report,
) -> Option<SocketAddr> {
    let mut faults = Vec::new();
    let mut step = Step::NoRoute;
    for address in addresses {
        let started = Instant::now();
        match timeout(patience, TcpStream::connect(address)).await {
            Ok(Ok(_)) => {
                let took = duration(started.elapsed());
                report.ok(Layer::Connection, format!("{address} answers after {took}"));
                return Some(*address);
            }
            Ok(Err(error)) => {
                step = Step::NoConnection;
                faults.push(format!("{address}: {error}"));
            }
            Err(_) => faults.push(format!("{address}: no answer in {}", duration(patience))),
        }
    }
    let faults = faults.join("; ");
    let (text, step) = match proxy {
        Some(proxy) => {
            (format!("the proxy {} cannot be reached: {faults}", proxy.address), Step::NoProxy)
        }
        None => (faults, step),
    };
    report.fault(Layer::Connection, Exit::NotReached, text, step.next());
    None
}
