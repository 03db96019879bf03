//! The pages of a served sandbox, for browsers and other clients, and `houston explore`.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

use houston_tests::installed::{chromium, is_installed, node, workspace};

use crate::docs;
use crate::environment::Environment;
use crate::serve::Serving;

const PAGE: &str = "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n";

/// The status and the whole response of a request with these lines of headers.
fn get(server: &Serving, path: &str, headers: &str) -> (u16, String) {
    let address = server.url.strip_prefix("http://").unwrap().strip_suffix("/v1").unwrap();
    let host =
        if headers.contains("Host:") { String::new() } else { format!("Host: {address}\r\n") };
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n").unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    (response.split(' ').nth(1).unwrap().parse().unwrap(), response)
}

#[test]
fn browsers_get_pages_and_other_clients_get_answers() {
    let user = Environment::new();
    let server = Serving::start(&user);
    let (status, page) = get(&server, "/v1", PAGE);
    assert_eq!(status, 200, "{page}");
    for part in ["<h1>Operations</h1>", "frame-ancestors 'none'", "connect-src 'self'", "nosniff"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains(&server.token()), "the page has the token");
    let (status, style) = get(&server, "/v1/assets/style.css", "Accept: text/css,*/*;q=0.1\r\n");
    assert!(status == 200 && style.contains("text/css"), "{style}");
    let (status, answer) =
        get(&server, "/v1?query=%7BappConfig%7Bversion%7D%7D", "Accept: */*\r\n");
    assert!(status == 200 && answer.contains(r#"{"data":{"appConfig":{"version":"#), "{answer}");
    for path in ["/v1/nothing.html", "/v1/../v1/assets/../index.html", "/v1/assets/nothing.js"] {
        assert_eq!(get(&server, path, PAGE).0, 404, "{path}");
    }
    for headers in ["Host: evil.example\r\n", "Origin: http://evil.example\r\n", "Origin: null\r\n"]
    {
        let (status, said) = get(&server, "/v1", &format!("{PAGE}{headers}"));
        assert!(status == 403 && !said.contains("Operations"), "{headers}: {said}");
    }
    // Every page of the reference is served, with its form.
    let (_home, folder) = docs::written(None);
    let paths = docs::files(&folder).into_keys().filter(|path| path.ends_with(".html"));
    let mut count = 0;
    for path in paths {
        let (status, page) = get(&server, &format!("/v1/{path}"), PAGE);
        let is_operation = path.contains('/') && !path.starts_with("types/");
        assert_eq!((status, page.contains("class=\"play\"")), (200, is_operation), "{path}");
        count += 1;
    }
    assert!(count > 150, "{count}");
}

#[test]
fn a_browser_goes_from_an_account_to_a_release_name() {
    if !is_installed("playwright-core", "tests/browser/node_modules/playwright-core") {
        return;
    }
    let Some(chromium) = chromium() else { return };
    let user = Environment::new();
    let server = Serving::start(&user);
    let mut story = node();
    story.arg(workspace().join("tests/browser/sandbox.js")).arg(&server.url);
    story.env("CHROMIUM", chromium).env("HOUSTON_TOKEN", server.token());
    let ran = story.output().unwrap();
    let said = [ran.stdout, ran.stderr].map(|said| String::from_utf8(said).unwrap()).concat();
    assert!(ran.status.success(), "{said}");
    let user = user.set("HOUSTON_URL", &server.url).set("HOUSTON_TOKEN", &server.token());
    let there = user.answer(&["deployments", "-o", "json", "--fields", "releaseName"]).to_string();
    assert!(there.contains(said.trim()), "{said}: {there}");
    // What was only checked did not run.
    let there = user.answer(&["workspaces", "-o", "json", "--fields", "label"]).to_string();
    assert!(!there.contains("never"), "{there}");
}

#[cfg(unix)]
#[test]
fn explore_opens_the_sandbox_or_the_reference_of_a_platform() {
    use std::os::unix::fs::PermissionsExt as _;
    let user = Environment::new();
    fs::create_dir_all(user.config()).unwrap();
    let (browser, opened) = (user.config().join("browser"), user.config().join("opened"));
    fs::write(
        &browser,
        format!("#!/bin/sh\nprintf %s \"$1\" > '{0}.new'\nmv '{0}.new' '{0}'\n", opened.display()),
    )
    .unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let user = user.set("BROWSER", browser.to_str().unwrap());
    let is_opened = |address: &str| {
        while !opened.exists() {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        assert_eq!(fs::read_to_string(&opened).unwrap(), address);
        fs::remove_file(&opened).unwrap();
    };
    let server = Serving::start(&user);
    let ran = user.run(&["explore"]);
    assert_eq!((ran.code, ran.stdout.trim()), (0, &*server.url), "{}", ran.stderr);
    is_opened(&server.url);
    let ran = user.run(&["explore", "--no-browser"]);
    assert_eq!((ran.code, ran.stdout.trim()), (0, &*server.url), "{}", ran.stderr);
    assert!(!opened.exists());

    // With a platform: pages on the disk, which run nothing.
    let user = user.set("HOUSTON_URL", "https://houston.astro.example/v1");
    let ran = user.run(&["explore"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let first = ran.stdout.trim();
    is_opened(first);
    let page = fs::read_to_string(first.replace("index.html", "queries/workspaces.html")).unwrap();
    assert!(page.contains("houston workspaces") && !page.contains("class=\"play\""), "{page}");
    let ran = user.run(&["explore", "--sandbox"]);
    assert_eq!((ran.code, ran.stdout.trim()), (0, &*server.url), "{}", ran.stderr);
    is_opened(&server.url);
}
