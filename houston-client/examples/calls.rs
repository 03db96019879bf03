//! The calls of the reference in Rust. `HOUSTON_WRITE_DOCS=1` writes this file.

#![allow(clippy::print_stdout, unreachable_pub, reason = "they are as the pages show them")]

fn main() -> Result<(), Box<dyn std::error::Error>> {
    match std::env::args().nth(1).as_deref() {
        Some("appConfig") => call_app_config::main(),
        Some("self") => call_self::main(),
        Some("workspaces") => call_workspaces::main(),
        Some("workspaceServiceAccounts") => call_workspace_service_accounts::main(),
        Some("workspaceDeployments") => call_workspace_deployments::main(),
        Some("deploymentVariables") => call_deployment_variables::main(),
        Some("createWorkspace") => call_create_workspace::main(),
        Some("createDeployment") => call_create_deployment::main(),
        Some("createSystemServiceAccount") => call_create_system_service_account::main(),
        Some("createUser") => call_create_user::main(),
        other => Err(format!("unknown call {other:?}").into()),
    }
}

#[rustfmt::skip]
mod call_app_config {
    use houston_client::{Client, query};

    #[tokio::main]
    pub async fn main() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::from_env()?;
        let operation = query::app_config();
        let answer = client.send(operation).await?;
        println!("{answer:?}");
        Ok(())
    }
}

#[rustfmt::skip]
mod call_self {
    use houston_client::{Client, query};

    #[tokio::main]
    pub async fn main() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::from_env()?;
        let operation = query::self_();
        let answer = client.send(operation).await?;
        println!("{answer:?}");
        Ok(())
    }
}

#[rustfmt::skip]
mod call_workspaces {
    use houston_client::{Client, query};

    #[tokio::main]
    pub async fn main() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::from_env()?;
        let operation = query::workspaces();
        let answer = client.send(operation).await?;
        println!("{answer:?}");
        Ok(())
    }
}

#[rustfmt::skip]
mod call_workspace_service_accounts {
    use houston_client::{Client, query};

    #[tokio::main]
    pub async fn main() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::from_env()?;
        let operation = query::workspace_service_accounts().workspace_uuid("ck0sandbox0workspace00001");
        let answer = client.send(operation).await?;
        println!("{answer:?}");
        Ok(())
    }
}

#[rustfmt::skip]
mod call_workspace_deployments {
    use houston_client::{Client, query};

    #[tokio::main]
    pub async fn main() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::from_env()?;
        let operation = query::workspace_deployments().workspace_uuid("ck0sandbox0workspace00001");
        let answer = client.send(operation).await?;
        println!("{answer:?}");
        Ok(())
    }
}

#[rustfmt::skip]
mod call_deployment_variables {
    use houston_client::{Client, query};

    #[tokio::main]
    pub async fn main() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::from_env()?;
        let operation = query::deployment_variables().deployment_uuid("ck00000000000000000000etl");
        let answer = client.send(operation).await?;
        println!("{answer:?}");
        Ok(())
    }
}

#[rustfmt::skip]
mod call_create_workspace {
    use houston_client::{Client, mutation};

    #[tokio::main]
    pub async fn main() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::from_env()?;
        let operation = mutation::create_workspace().label("by-rust");
        let answer = client.send(operation).await?;
        println!("{answer:?}");
        Ok(())
    }
}

#[rustfmt::skip]
mod call_create_deployment {
    use houston_client::{Client, mutation};

    #[tokio::main]
    pub async fn main() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::from_env()?;
        let operation = mutation::create_deployment()
            .label("by-rust")
            .r#type("airflow")
            .workspace_uuid("ck0sandbox0workspace00001");
        let answer = client.send(operation).await?;
        println!("{answer:?}");
        Ok(())
    }
}

#[rustfmt::skip]
mod call_create_system_service_account {
    use houston_client::{Client, enums, mutation};

    #[tokio::main]
    pub async fn main() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::from_env()?;
        let operation = mutation::create_system_service_account()
            .label("by-rust")
            .role(enums::Role::SystemAdmin);
        let answer = client.send(operation).await?;
        println!("{answer:?}");
        Ok(())
    }
}

#[rustfmt::skip]
mod call_create_user {
    use houston_client::{Client, mutation};

    #[tokio::main]
    pub async fn main() -> Result<(), Box<dyn std::error::Error>> {
        let client = Client::from_env()?;
        let operation = mutation::create_user().email("rust@example.com").password("moon-landing-1969");
        let answer = client.send(operation).await?;
        println!("{answer:?}");
        Ok(())
    }
}
