//! Proxies: which one is used, and which settings are refused.

use std::io::{Read, Write};
use std::net::TcpListener;

use houston_tests::server::{Script, Server, Unasked, closing, http};

use crate::environment::{Environment, Ran};

/// A server that is not on this machine, so that the environment's proxies count.
const FAR: [&str; 4] = ["workspaces", "--allow-http", "--url", "http://houston.invalid/v1"];

const ANSWER: &str = r#"{"data":{"workspaces":[]}}"#;

/// A proxy that answers itself.
fn proxy() -> Server {
    Server::new(Script::Write(closing("200 OK", ANSWER)))
}

/// Runs a call with these variables, and does not wait for retries.
fn call(variables: &[(&str, &str)], words: &[&str]) -> Ran {
    let user = Environment::new().set("HOUSTON_TOKEN", "canary");
    let mut command = user.command(&[words, &["--retries", "0"]].concat());
    Ran::new(command.envs(variables.iter().copied()).output().unwrap())
}

#[test]
fn a_proxy_that_cannot_be_read_is_refused() {
    let values = [
        "http://p:3128\r",
        "\"http://user:secret@p:3128\"",
        "'http://p:3128'",
        "ftp://p:3128",
        "http//p:3128",
        "http://domain\\user:secret@p:3128",
        "http://user:sec#ret@p:3128",
        "http://p:port",
        " ",
        "socks6://p",
        "http://p:3128/proxy.pac",
    ];
    for variable in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        for value in values {
            let ran = call(&[(variable, value)], &FAR);
            let expected = format!("error: {variable} cannot be used: ");
            assert!(ran.code == 2 && ran.stderr.starts_with(&expected), "{value:?}: {ran}");
            assert!(!ran.all().contains("secret") && !ran.all().contains("canary"), "{ran}");
        }
    }
    for variable in ["HTTPS_PROXY", "https_proxy"] {
        let words = ["workspaces", "--base-domain", "a.invalid"];
        let ran = call(&[(variable, values[0])], &words);
        assert!(ran.code == 2 && ran.stderr.contains(variable), "{ran}");
    }
    let unasked = Unasked::new();
    for value in values.into_iter().chain([""]) {
        let ran = call(&[], &["workspaces", "--url", &unasked.url, "--proxy", value]);
        assert!(ran.code == 2 && !ran.all().contains("secret"), "{value:?}: {ran}");
    }
    assert!(!unasked.was_asked());
    let user = Environment::new().set("HTTP_PROXY", "http//p:3128");
    let far = FAR.join(" ");
    insta::assert_snapshot!(user.session(&[
        &far,
        &format!("{far} --proxy ftp://user:secret@p"),
        "profile add p --url https://a.example/v1 --proxy socks6://p",
    ]), @"
    $ workspaces --allow-http --url http://houston.invalid/v1
    ------- stderr -------
    error: HTTP_PROXY cannot be used: something follows the host and port [usage]
      Without the proxy, the token would go to the server directly.
    Nothing was sent. Write it as http://HOST:PORT, with special characters of a password as %XX.
    [exit: 2]

    $ workspaces --allow-http --url http://houston.invalid/v1 --proxy ftp://user:secret@p
    ------- stderr -------
    error: the proxy cannot be used: its protocol is not http, https, socks4, socks4a, socks5 or socks5h [usage]
      It comes from --proxy.
    Nothing was sent. Write it as http://HOST:PORT, with special characters of a password as %XX.
    [exit: 2]

    $ profile add p --url https://a.example/v1 --proxy socks6://p
    ------- stderr -------
    error: the proxy cannot be used: its protocol is not http, https, socks4, socks4a, socks5 or socks5h [usage]
      It comes from --proxy.
    Write it as http://HOST:PORT, with special characters of a password as %XX.
    [exit: 2]
    ");
    // An invalid variable that is not used does not matter.
    for variable in ["HTTPS_PROXY", "ALL_PROXY"] {
        let proxy = proxy();
        let ran = call(&[(variable, "x y"), ("HTTP_PROXY", &proxy.address)], &FAR);
        assert_eq!(ran.code, 0, "{ran}");
    }
}

/// The token must not go to a proxy that was to be avoided.
#[test]
fn hosts_without_a_proxy_that_cannot_be_read_are_refused() {
    let proxy = proxy();
    for variable in ["NO_PROXY", "no_proxy"] {
        for value in ["\"houston.invalid\"", "http://houston.invalid", "a b;c", "a:port", "*a"] {
            let variables = [("HTTP_PROXY", &*proxy.address), (variable, value)];
            let ran = call(&variables, &FAR);
            let expected = format!("error: {variable} cannot be used: its entry `");
            assert!(ran.code == 2 && ran.stderr.starts_with(&expected), "{value:?}: {ran}");
        }
    }
    let variables = [("HTTP_PROXY", &*proxy.address), ("NO_PROXY", "'houston.invalid'")];
    insta::assert_snapshot!(call(&variables, &FAR), @"
    ------- stderr -------
    error: NO_PROXY cannot be used: its entry `'houston.invalid'` is not a host, a domain, an IP address or range, or `*` [usage]
      The token would go to a proxy that it should avoid.
    Nothing was sent. Separate the entries with commas: `a.example`, `.example`, `10.0.0.0/8`, `*`, each with a port or without.
    [exit: 2]
    ");
    assert_eq!(proxy.connections(), 0);
    // Without a proxy, the list does not matter.
    let near = Server::new(Script::Write(closing("200 OK", ANSWER)));
    assert_eq!(call(&[("NO_PROXY", "'")], &["workspaces", "--url", &near.url]).code, 0);
}

/// The variables, further words, and whether the proxy is used. `P` is its address.
type Row = (&'static [(&'static str, &'static str)], &'static [&'static str], bool);

#[test]
fn one_order_decides_which_proxy_is_used() {
    let near = Server::new(Script::Write(closing("200 OK", ANSWER)));
    let on_loopback = ["workspaces", "--url", &near.url];
    let rows: &[Row] = &[
        (&[("HTTP_PROXY", "P")], &[], true),
        (&[("http_proxy", "P")], &[], true),
        (&[("ALL_PROXY", "P")], &[], true),
        (&[("all_proxy", "P")], &[], true),
        (
            &[("HTTP_PROXY", "P"), ("http_proxy", "127.0.0.1:1"), ("ALL_PROXY", "127.0.0.1:1")],
            &[],
            true,
        ),
        (&[("http_proxy", "P"), ("ALL_PROXY", "127.0.0.1:1")], &[], true),
        (&[("ALL_PROXY", "P"), ("all_proxy", "127.0.0.1:1")], &[], true),
        (&[("HTTP_PROXY", ""), ("http_proxy", "P")], &[], true),
        (&[("HTTPS_PROXY", "P")], &[], false),
        (&[("HTTP_PROXY", "127.0.0.1:1")], &["--proxy", "P"], true),
        (&[("HTTP_PROXY", "P"), ("NO_PROXY", "houston.invalid")], &[], false),
        (&[("HTTP_PROXY", "P"), ("no_proxy", "a, .invalid")], &[], false),
        (&[("HTTP_PROXY", "P"), ("NO_PROXY", "*")], &[], false),
        (&[("HTTP_PROXY", "P"), ("NO_PROXY", "ton.invalid,10.0.0.0/8")], &[], true),
        (&[("HTTP_PROXY", "x y"), ("NO_PROXY", "invalid")], &[], false),
        (&[("NO_PROXY", "invalid")], &["--proxy", "P"], false),
        (&[("HTTP_PROXY", "P"), ("REQUEST_METHOD", "GET")], &[], false),
        (&[("HTTP_PROXY", "P"), ("NO_PROXY", "*.invalid")], &[], false),
        (&[("HTTP_PROXY", "P"), ("NO_PROXY", "x houston.invalid:80")], &[], false),
        (&[("HTTP_PROXY", "P"), ("NO_PROXY", "houston.invalid:81")], &[], true),
        (&[("NO_PROXY", "*")], &["--proxy", "P"], false),
    ];
    for (variables, words, is_used) in rows {
        let proxy = proxy();
        let address = format!("http://user:secret@{}", proxy.address);
        let variables: Vec<_> = variables
            .iter()
            .map(|(name, value)| (*name, if *value == "P" { &*address } else { value }))
            .collect();
        let words: Vec<&str> =
            words.iter().map(|word| if *word == "P" { &*address } else { word }).collect();
        let ran = call(&variables, &[&FAR[..], &words].concat());
        assert_eq!(proxy.connections() == 1, *is_used, "{variables:?} {words:?}: {ran}");
        assert_eq!(ran.code == 0, *is_used, "{variables:?} {words:?}: {ran}");
        assert!(!ran.all().contains("secret"), "{ran}");
        if *is_used {
            let seen = proxy.seen().concat();
            assert!(seen.starts_with("POST http://houston.invalid/v1 "), "{seen}");
            assert!(seen.contains("proxy-authorization: Basic dXNlcjpzZWNyZXQ="), "{seen}");
        }
    }
    // Loopback needs no proxy, unless the call names one; NO_PROXY counts for both.
    let words = [&on_loopback[..], &["--proxy", "127.0.0.1:1"]].concat();
    for excluded in ["*", "127.0.0.0/8"] {
        assert_eq!(call(&[("NO_PROXY", excluded)], &words).code, 0);
    }
    let before = near.connections();
    let ran = call(&[("HTTP_PROXY", "http://127.0.0.1:1")], &on_loopback);
    assert_eq!((ran.code, near.connections() - before), (0, 1), "{ran}");
    let proxy = proxy();
    let ran = call(&[], &[&on_loopback[..], &["--proxy", &proxy.address]].concat());
    assert_eq!((ran.code, near.connections() - before, proxy.connections()), (0, 1, 1), "{ran}");
}

#[test]
fn a_profile_names_a_proxy() {
    let proxy = proxy();
    let address = format!("http://user:secret@{}", proxy.address);
    let user = Environment::new().set("HTTP_PROXY", "http://127.0.0.1:1");
    let add = ["profile", "add", "p", "--allow-http", "--url", FAR[3], "--proxy", &address];
    assert_eq!(user.run(&add).code, 0);
    assert_eq!(user.line("workspaces").code, 0);
    assert_eq!(proxy.connections(), 1);
    let shown = user.answer(&["profile", "show", "-o", "json"]);
    assert_eq!(shown["proxy"], format!("http://{}", proxy.address));
    let doctor = user.line("doctor");
    assert!(doctor.stdout.contains(&format!("http://{}, from profile p", proxy.address)));
    assert!(!doctor.all().contains("secret"), "{doctor}");
    assert_eq!(user.line("profile set p --unset proxy").code, 0);
    assert_eq!(user.line("workspaces --retries 0").code, 6);
}

/// A SOCKS proxy that answers one request itself. Returns what the client asks it for.
fn socks(listener: TcpListener, replies: &[(usize, &[u8])]) -> Vec<Vec<u8>> {
    let mut stream = listener.accept().unwrap().0;
    let mut asked = Vec::new();
    for (length, reply) in replies {
        let mut request = vec![0; *length];
        stream.read_exact(&mut request).unwrap();
        stream.write_all(reply).unwrap();
        asked.push(request);
    }
    let read = stream.read(&mut [0; 4096]).unwrap();
    assert!(read > 0);
    stream.write_all(&http("200 OK", "Connection: close\r\n", ANSWER)).unwrap();
    asked
}

#[test]
fn socks_proxies_work() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("socks5h://{}", listener.local_addr().unwrap());
    // The greeting; then the command, the name with its length, and the port.
    let name = b"houston.invalid";
    let bound: &[u8] = &[5, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    let length = 4 + 1 + name.len() + 2;
    let proxy = std::thread::spawn(move || socks(listener, &[(3, &[5, 0]), (length, bound)]));
    let ran = call(&[("ALL_PROXY", &address)], &FAR);
    assert_eq!(ran.code, 0, "{ran}");
    let asked = proxy.join().unwrap();
    assert_eq!(asked[1][5..5 + name.len()], *name);
}

#[test]
fn doctor_names_the_proxy_and_its_setting() {
    let proxy = proxy();
    let address = format!("http://user:secret@{}", proxy.address);
    let rows: [&[(&str, &str)]; 4] = [
        &[("HTTP_PROXY", &address)],
        &[("all_proxy", &address)],
        &[("HTTP_PROXY", &address), ("NO_PROXY", "invalid")],
        &[("HTTP_PROXY", "http//p")],
    ];
    let shown = rows.map(|variables| {
        let mut command = Environment::new().command(&[&["doctor"], &FAR[1..]].concat());
        let ran = Ran::new(command.envs(variables.iter().copied()).output().unwrap());
        assert!(!ran.all().contains("secret"), "{ran}");
        let from = ran.stdout.lines().skip_while(|line| !line.contains(" proxy "));
        let lines: Vec<&str> = from.take(2).collect();
        lines.join("\n") + "\n"
    });
    let ran = call(&[("HTTP_PROXY", &address)], &[&FAR[..], &["-v"]].concat());
    let line = format!("proxy: http://{}, from HTTP_PROXY\n", proxy.address);
    assert!(ran.stderr.contains(&line) && !ran.all().contains("secret"), "{ran}");
    insta::assert_snapshot!(crate::environment::lasting(&shown.concat()), @"
                            -> Ignore this if the proxy resolves it.
    ok       proxy          http://127.0.0.1:[PORT], from HTTP_PROXY
                            -> Ignore this if the proxy resolves it.
    ok       proxy          http://127.0.0.1:[PORT], from all_proxy
    ok       proxy          none, because NO_PROXY names the host
    skipped  connection     an earlier check failed
    fault    proxy          HTTP_PROXY cannot be used: something follows the host and port; Without the proxy, the token would go to the server directly.
                            -> Write it as http://HOST:PORT, with special characters of a password as %XX.
    ");
}
