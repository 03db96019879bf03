//! Creates a system service account, and with its key a workspace and in it an Airflow Deployment with the Local
//! Executor.
//!
//! ```text
//! HOUSTON_URL=https://houston.BASEDOMAIN/v1 HOUSTON_TOKEN=… cargo run --example automation
//! ```

#![allow(clippy::print_stdout, reason = "it prints what it created")]

use std::error::Error;

use houston_client::enums::{ExecutorType, Role};
use houston_client::object::{deployment, workspace};
use houston_client::{Client, Options, Token, mutation};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let administrator = Client::from_env()?;

    // The key can be read for ten minutes, and never again: store it.
    let account = administrator
        .send(mutation::create_system_service_account().label("automation").role(Role::SystemAdmin))
        .await?;
    let key = account.api_key.ok_or("the server did not show the key")?;
    let automation = administrator.with(Options::new().token(Token::new(key)?));

    // The creator of a workspace becomes its administrator, and may create deployments in it.
    let workspace_id = automation
        .send(mutation::create_workspace().label("Automation").select(workspace::id))
        .await?;
    let (id, label, release_name) = automation
        .send(
            mutation::create_deployment()
                .workspace_uuid(workspace_id)
                .r#type("airflow")
                .label("etl")
                .executor(ExecutorType::LocalExecutor)
                .select((deployment::id, deployment::label, deployment::release_name)),
        )
        .await?;
    println!("id {id}");
    println!("label {}", label.unwrap_or_default());
    println!("releaseName {}", release_name.unwrap_or_default());
    Ok(())
}
