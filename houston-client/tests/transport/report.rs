//! Reports of errors with their causes, as anyhow writes them.

use anyhow::Context as _;
use houston_client::Client;
use houston_tests::server::{Script, Server, http, json};

use crate::C1;
use crate::check::{client, fails, plain};
use crate::request::{mutation, typed};

#[tokio::test]
async fn a_report_says_each_thing_once() {
    let lost = Server::new(Script::CloseAfterReading);
    let large = client(&Server::new(json("200 OK", C1)), |http| http.max_body(9));
    let wrong = Server::new(json("200 OK", r#"{"data":{"createDeployment":{"id":7}}}"#));
    let refusal = r#"{"errors":[{"message":"no","path":["createDeployment"]}],"data":null}"#;
    for (error, expected) in [
        (
            plain(&lost).send(mutation()).await.unwrap_err(),
            "no complete answer: the connection was closed before the answer was complete"
                .to_owned(),
        ),
        (
            large.send(mutation()).await.unwrap_err(),
            "no complete answer: the answer is larger than 9 bytes".to_owned(),
        ),
        (
            plain(&wrong).send(typed()).await.unwrap_err(),
            "the answer does not match the request at /data/createDeployment/id: \
             invalid type: integer `7`, expected a string at line 1 column 35"
                .to_owned(),
        ),
        (fails(json("200 OK", refusal)).await, "no at createDeployment".to_owned()),
        (
            fails(Script::Write(http("502 Bad Gateway", "", "down"))).await,
            "HTTP status 502 (Bad Gateway) and other text instead of a GraphQL answer: down"
                .to_owned(),
        ),
        (
            Client::builder("astro").build().unwrap_err(),
            "the URL does not begin with `https://` or `http://`".to_owned(),
        ),
    ] {
        let report = Err::<(), _>(error).context("cannot create the Deployment").unwrap_err();
        assert_eq!(format!("{report:#}"), format!("cannot create the Deployment: {expected}"));
    }
}
