//! Lists the Workspaces of a platform with their regions.
//!
//! ```text
//! HOUSTON_URL=https://houston.BASEDOMAIN/v1 HOUSTON_TOKEN=… cargo run
//! ```

use std::error::Error;

use houston_client::{Client, Error as Failure};

include!(concat!(env!("OUT_DIR"), "/houston.rs"));

use houston::enums::Region;
use houston::object::workspace;
use houston::query;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::from_env()?;
    for (label, region) in regions(&client).await? {
        let region = region.as_ref().map_or("-", Region::as_str);
        println!("{region} {}", label.unwrap_or_default());
    }
    Ok(())
}

async fn regions(client: &Client) -> Result<Vec<(Option<String>, Option<Region>)>, Failure> {
    let workspaces = query::workspaces().select((workspace::label, workspace::region));
    Ok(client.send(workspaces).await?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use houston_client::Client;
    use houston_client::request::Operation as _;
    use houston_client::transport::Canned;

    use super::houston::enums::Region;
    use super::houston::{SCHEMA, mutation};

    fn client(answer: &str) -> Client {
        Client::builder("").transport(Canned::always(answer)).build().unwrap()
    }

    #[tokio::test]
    async fn what_the_schema_adds_is_typed() {
        let answer = r#"{"data":{"workspaces":[{"label":"Data","region":"EU"}]}}"#;
        let regions = super::regions(&client(answer)).await.unwrap();
        assert_eq!(regions, [(Some("Data".to_owned()), Some(Region::Eu))]);
    }

    #[test]
    fn the_schema_is_this_one_with_the_facts_of_the_preset() {
        assert_eq!(SCHEMA.version.as_deref(), Some("1.0.0"));
        let create = mutation::create_workspace().label("Data").region(Region::Us).request();
        assert!(create.document().contains("createWorkspace(label: $label, region: $region)"));
        let operation = |name| SCHEMA.operations.iter().find(|one| one.name == name).unwrap();
        assert!(operation("createWorkspace").trap.contains("region"));
        assert!(operation("deleteWorkspace").is_destructive());
    }
}
