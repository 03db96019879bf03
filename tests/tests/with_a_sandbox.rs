//! A test of a program that talks to Houston, as `docs/sandbox.md` prints it.

use houston_client::{Client, RefusalCode, Token, mutation};
use houston_sandbox::{Sandbox, WORKSPACE_ID};

#[tokio::test]
async fn a_label_is_taken_once() -> Result<(), Box<dyn std::error::Error>> {
    let server = Sandbox::start().await?.listen().await?;
    let client = Client::new(server.url(), Token::new(server.token())?)?;
    let create = || {
        mutation::create_deployment().workspace_uuid(WORKSPACE_ID).r#type("airflow").label("etl")
    };
    client.send(create()).await?;
    let error = client.send(create()).await.unwrap_err();
    assert_eq!(RefusalCode::of(&error), Some(RefusalCode::AlreadyExists));
    assert_eq!(server.sandbox().ledger().len(), 2);
    Ok(())
}
