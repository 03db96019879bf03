//! One request by reqwest and nothing else: what `cargo xtask bench cli` compares the command line with.

#![allow(clippy::print_stdout, reason = "a program that writes its answer")]

use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().ok_or("give a URL, a token and a body");
    let (url, token, body) = (next()?, next()?, next()?);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let text = runtime.block_on(async {
        // As the command line does for plain http: no roots of the system, no proxy.
        let client = reqwest::Client::builder().tls_certs_only([]).no_proxy().build()?;
        let request = client.post(url).header(AUTHORIZATION, token).body(body);
        let request =
            request.header(CONTENT_TYPE, "application/json").header(ACCEPT, "application/json");
        request.send().await?.text().await
    })?;
    println!("{text}");
    Ok(())
}
