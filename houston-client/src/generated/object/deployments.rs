// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Image tags of a deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeployInfo {
    /// Image tag that is running.
    pub current: rt::Option<rt::String>,
    /// Tag for the next image that is pushed from a command line.
    pub next_cli: rt::Option<rt::String>,
}
impl rt::Object for DeployInfo {
    type Scope = object::DeployInfo;
    type Values = (rt::Option<rt::String>, rt::Option<rt::String>);
    const KEYS: &'static [&'static rt::str] = &["current", "nextCli"];
    fn new((current, next_cli): Self::Values) -> Self {
        Self { current, next_cli }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.current, &self.next_cli), map)
    }
}
rt::object_type! {
    DeployInfo
}
pub mod deploy_info {
    //! The fields of [`DeployInfo`](super::DeployInfo), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Image tag that is running.
    pub const current: rt::Leaf<object::DeployInfo, rt::Option<rt::String>> = rt::Leaf::new(
        "current",
    );
    /// Image tag that should be running.
    pub const desired: rt::Leaf<object::DeployInfo, rt::Option<rt::String>> = rt::Leaf::new(
        "desired",
    );
    /// Same value as nextCli.
    #[deprecated(note = "Read nextCli, which has the same value.")]
    pub const next: rt::Leaf<object::DeployInfo, rt::Option<rt::String>> = rt::Leaf::new(
        "next",
    );
    /// Tag for the next image that is pushed from a command line.
    pub const next_cli: rt::Leaf<object::DeployInfo, rt::Option<rt::String>> = rt::Leaf::new(
        "nextCli",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeployInfo, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// An Airflow installation that the platform runs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Deployment {
    /// Stored settings: executor and the sizes of the components, as a JSON object.
    pub config: rt::Option<rt::Value>,
    /// When it was created.
    pub created_at: scalar::DateTime,
    /// Free text about the deployment.
    pub description: rt::Option<rt::String>,
    /// Id of the deployment: the `deploymentUuid` of other operations.
    pub id: rt::String,
    /// Display name; unique within the workspace.
    pub label: rt::Option<rt::String>,
    /// JSON object: `extra_au` (left out when 0), `alert_emails`, `component_version`.
    pub properties: rt::Option<rt::Value>,
    /// Name of the Helm release, such as `quasaric-sun-1234`. Part of the URLs and of the namespace.
    pub release_name: rt::Option<rt::String>,
    /// State, in the server's words; deploymentStatus has the health.
    pub status: rt::Option<rt::String>,
    /// Kind of deployment; `airflow`.
    pub r#type: rt::Option<rt::String>,
    /// When it was last changed.
    pub updated_at: scalar::DateTime,
    /// Version of the platform's Airflow chart.
    pub version: rt::Option<rt::String>,
}
impl rt::Object for Deployment {
    type Scope = object::Deployment;
    type Values = (
        rt::AnyJson<rt::Option<rt::Value>>,
        scalar::DateTime,
        rt::Option<rt::String>,
        rt::String,
        rt::Option<rt::String>,
        rt::AnyJson<rt::Option<rt::Value>>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        scalar::DateTime,
        rt::Option<rt::String>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "config",
        "createdAt",
        "description",
        "id",
        "label",
        "properties",
        "releaseName",
        "status",
        "type",
        "updatedAt",
        "version",
    ];
    fn new(
        (
            rt::AnyJson(config),
            created_at,
            description,
            id,
            label,
            rt::AnyJson(properties),
            release_name,
            status,
            r#type,
            updated_at,
            version,
        ): Self::Values,
    ) -> Self {
        Self {
            config,
            created_at,
            description,
            id,
            label,
            properties,
            release_name,
            status,
            r#type,
            updated_at,
            version,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.config,
                &self.created_at,
                &self.description,
                &self.id,
                &self.label,
                &self.properties,
                &self.release_name,
                &self.status,
                &self.r#type,
                &self.updated_at,
                &self.version,
            ),
            map,
        )
    }
}
rt::object_type! {
    Deployment
}
pub mod deployment {
    //! The fields of [`Deployment`](super::Deployment), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Airflow version that is running.
    pub const airflow_version: rt::Leaf<object::Deployment, rt::Option<rt::String>> = rt::Leaf::new(
        "airflowVersion",
    );
    /// Email addresses that receive alerts.
    pub const alert_emails: rt::Leaf<object::Deployment, rt::Vec<rt::String>> = rt::Leaf::new(
        "alertEmails",
    );
    /// Stored settings: executor and the sizes of the components, as a JSON object.
    pub const config: rt::Leaf<object::Deployment, rt::Option<rt::Value>, rt::Json> = rt::Leaf::json(
        "config",
    );
    /// When it was created.
    pub const created_at: rt::Leaf<object::Deployment, scalar::DateTime> = rt::Leaf::new(
        "createdAt",
    );
    /// Image tags: the current one and the next one.
    pub const deploy_info: rt::Edge<
        object::Deployment,
        object::DeployInfo,
        rt::Opt<rt::One>,
    > = rt::Edge::new("deployInfo");
    /// Your permissions for the deployment.
    pub const deployment_capabilities: rt::Edge<
        object::Deployment,
        object::DeploymentCapabilities,
        rt::Opt<rt::One>,
    > = rt::Edge::new("deploymentCapabilities");
    /// Health of the deployment.
    pub const deployment_status: rt::Edge<
        object::Deployment,
        object::DeploymentStatus,
        rt::Opt<rt::One>,
    > = rt::Edge::new("deploymentStatus");
    /// Free text about the deployment.
    pub const description: rt::Leaf<object::Deployment, rt::Option<rt::String>> = rt::Leaf::new(
        "description",
    );
    /// Target Airflow version of an upgrade in progress.
    pub const desired_airflow_version: rt::Leaf<
        object::Deployment,
        rt::Option<rt::String>,
    > = rt::Leaf::new("desiredAirflowVersion");
    /// Its environment variables; values of secrets are empty. See deploymentVariables.
    pub const environment_variables: rt::Edge<
        object::Deployment,
        object::EnvironmentVariable,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("environmentVariables");
    /// How Airflow runs tasks.
    pub const executor: rt::Leaf<object::Deployment, rt::Option<enums::ExecutorType>> = rt::Leaf::new(
        "executor",
    );
    /// Id of the deployment: the `deploymentUuid` of other operations.
    pub const id: rt::Leaf<object::Deployment, rt::String> = rt::Leaf::new("id");
    /// Display name; unique within the workspace.
    pub const label: rt::Leaf<object::Deployment, rt::Option<rt::String>> = rt::Leaf::new(
        "label",
    );
    /// JSON object: `extra_au` (left out when 0), `alert_emails`, `component_version`.
    pub const properties: rt::Leaf<
        object::Deployment,
        rt::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("properties");
    /// Name of the Helm release, such as `quasaric-sun-1234`. Part of the URLs and of the namespace.
    pub const release_name: rt::Leaf<object::Deployment, rt::Option<rt::String>> = rt::Leaf::new(
        "releaseName",
    );
    /// Roles of users and service accounts on the deployment.
    pub const role_bindings: rt::Edge<
        object::Deployment,
        object::RoleBinding,
        rt::List<rt::One>,
    > = rt::Edge::new("roleBindings");
    /// Size of the scheduler, with its limits.
    pub const scheduler: rt::Edge<
        object::Deployment,
        object::SchedulerConfig,
        rt::Opt<rt::One>,
    > = rt::Edge::new("scheduler");
    /// Service accounts of the deployment.
    pub const service_accounts: rt::Edge<
        object::Deployment,
        object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("serviceAccounts");
    /// State, in the server's words; deploymentStatus has the health.
    pub const status: rt::Leaf<object::Deployment, rt::Option<rt::String>> = rt::Leaf::new(
        "status",
    );
    /// Kind of deployment; `airflow`.
    pub const r#type: rt::Leaf<object::Deployment, rt::Option<rt::String>> = rt::Leaf::new(
        "type",
    );
    /// When it was last changed.
    pub const updated_at: rt::Leaf<object::Deployment, scalar::DateTime> = rt::Leaf::new(
        "updatedAt",
    );
    /// URLs of its web pages.
    pub const urls: rt::Edge<
        object::Deployment,
        object::DeploymentUrl,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("urls");
    /// Version of the platform's Airflow chart.
    pub const version: rt::Leaf<object::Deployment, rt::Option<rt::String>> = rt::Leaf::new(
        "version",
    );
    /// Size of the webserver.
    pub const webserver: rt::Edge<
        object::Deployment,
        object::WebserverConfig,
        rt::Opt<rt::One>,
    > = rt::Edge::new("webserver");
    /// Number and size of the Celery workers.
    pub const workers: rt::Edge<
        object::Deployment,
        object::WorkersConfig,
        rt::Opt<rt::One>,
    > = rt::Edge::new("workers");
    /// The workspace it belongs to; null if that was deleted.
    pub const workspace: rt::Edge<
        object::Deployment,
        object::Workspace,
        rt::Opt<rt::One>,
    > = rt::Edge::new("workspace");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Deployment, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Permissions of the caller for a deployment. All false in the answer of createDeployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentCapabilities {
    /// Whether you may create service accounts for it.
    pub can_create_service_account: rt::Option<rt::bool>,
    /// Whether you may delete it.
    pub can_delete_deployment: rt::Option<rt::bool>,
    /// Whether you may delete its service accounts.
    pub can_delete_service_account: rt::Option<rt::bool>,
    /// Whether you may push images to it.
    pub can_deploy: rt::Option<rt::bool>,
    /// Whether you may change it.
    pub can_update_deployment: rt::Option<rt::bool>,
    /// Whether you may change its service accounts.
    pub can_update_service_account: rt::Option<rt::bool>,
}
impl rt::Object for DeploymentCapabilities {
    type Scope = object::DeploymentCapabilities;
    type Values = (
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "canCreateServiceAccount",
        "canDeleteDeployment",
        "canDeleteServiceAccount",
        "canDeploy",
        "canUpdateDeployment",
        "canUpdateServiceAccount",
    ];
    fn new(
        (
            can_create_service_account,
            can_delete_deployment,
            can_delete_service_account,
            can_deploy,
            can_update_deployment,
            can_update_service_account,
        ): Self::Values,
    ) -> Self {
        Self {
            can_create_service_account,
            can_delete_deployment,
            can_delete_service_account,
            can_deploy,
            can_update_deployment,
            can_update_service_account,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.can_create_service_account,
                &self.can_delete_deployment,
                &self.can_delete_service_account,
                &self.can_deploy,
                &self.can_update_deployment,
                &self.can_update_service_account,
            ),
            map,
        )
    }
}
rt::object_type! {
    DeploymentCapabilities
}
pub mod deployment_capabilities {
    //! The fields of [`DeploymentCapabilities`](super::DeploymentCapabilities), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Whether you may create service accounts for it.
    pub const can_create_service_account: rt::Leaf<
        object::DeploymentCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canCreateServiceAccount");
    /// Whether you may delete it.
    pub const can_delete_deployment: rt::Leaf<
        object::DeploymentCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canDeleteDeployment");
    /// Whether you may delete its service accounts.
    pub const can_delete_service_account: rt::Leaf<
        object::DeploymentCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canDeleteServiceAccount");
    /// Whether you may push images to it.
    pub const can_deploy: rt::Leaf<
        object::DeploymentCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canDeploy");
    /// Whether you may change it.
    pub const can_update_deployment: rt::Leaf<
        object::DeploymentCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canUpdateDeployment");
    /// Whether you may change its service accounts.
    pub const can_update_service_account: rt::Leaf<
        object::DeploymentCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canUpdateServiceAccount");
    /// Whether you may change the roles of its users.
    pub const can_update_user_role: rt::Leaf<
        object::DeploymentCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canUpdateUserRole");
    /// Whether you may change its environment variables.
    pub const can_update_variables: rt::Leaf<
        object::DeploymentCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canUpdateVariables");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeploymentCapabilities, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// URL of a web page of the deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentUrl {
    /// Type of the page, for example `airflow`.
    pub r#type: rt::Option<rt::String>,
    /// The email address.
    pub url: rt::Option<rt::String>,
}
impl rt::Object for DeploymentUrl {
    type Scope = object::DeploymentUrl;
    type Values = (rt::Option<rt::String>, rt::Option<rt::String>);
    const KEYS: &'static [&'static rt::str] = &["type", "url"];
    fn new((r#type, url): Self::Values) -> Self {
        Self { r#type, url }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.r#type, &self.url), map)
    }
}
rt::object_type! {
    DeploymentUrl
}
pub mod deployment_url {
    //! The fields of [`DeploymentUrl`](super::DeploymentUrl), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Type of the page, for example `airflow`.
    pub const r#type: rt::Leaf<object::DeploymentUrl, rt::Option<rt::String>> = rt::Leaf::new(
        "type",
    );
    /// The email address.
    pub const url: rt::Leaf<object::DeploymentUrl, rt::Option<rt::String>> = rt::Leaf::new(
        "url",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeploymentUrl, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// An image in the registry; no operation of this version returns it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DockerImage {
    /// When it was pushed.
    pub created_at: scalar::DateTime,
    /// Content digest of the image.
    pub digest: rt::String,
    /// Environment variables inside the image, as JSON.
    pub env: rt::Option<rt::Value>,
    /// Id of the record.
    pub id: rt::String,
    /// Labels of the image, as JSON.
    pub labels: rt::Option<rt::Value>,
    /// Image name.
    pub name: rt::Option<rt::String>,
    /// Image tag.
    pub tag: rt::String,
}
impl rt::Object for DockerImage {
    type Scope = object::DockerImage;
    type Values = (
        scalar::DateTime,
        rt::String,
        rt::AnyJson<rt::Option<rt::Value>>,
        rt::String,
        rt::AnyJson<rt::Option<rt::Value>>,
        rt::Option<rt::String>,
        rt::String,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "createdAt",
        "digest",
        "env",
        "id",
        "labels",
        "name",
        "tag",
    ];
    fn new(
        (
            created_at,
            digest,
            rt::AnyJson(env),
            id,
            rt::AnyJson(labels),
            name,
            tag,
        ): Self::Values,
    ) -> Self {
        Self {
            created_at,
            digest,
            env,
            id,
            labels,
            name,
            tag,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.created_at,
                &self.digest,
                &self.env,
                &self.id,
                &self.labels,
                &self.name,
                &self.tag,
            ),
            map,
        )
    }
}
rt::object_type! {
    DockerImage
}
pub mod docker_image {
    //! The fields of [`DockerImage`](super::DockerImage), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// When it was pushed.
    pub const created_at: rt::Leaf<object::DockerImage, scalar::DateTime> = rt::Leaf::new(
        "createdAt",
    );
    /// Deployment that it is for.
    pub const deployment: rt::Edge<
        object::DockerImage,
        object::Deployment,
        rt::Opt<rt::One>,
    > = rt::Edge::new("deployment");
    /// Content digest of the image.
    pub const digest: rt::Leaf<object::DockerImage, rt::String> = rt::Leaf::new(
        "digest",
    );
    /// Environment variables inside the image, as JSON.
    pub const env: rt::Leaf<object::DockerImage, rt::Option<rt::Value>, rt::Json> = rt::Leaf::json(
        "env",
    );
    /// Id of the record.
    pub const id: rt::Leaf<object::DockerImage, rt::String> = rt::Leaf::new("id");
    /// Labels of the image, as JSON.
    pub const labels: rt::Leaf<object::DockerImage, rt::Option<rt::Value>, rt::Json> = rt::Leaf::json(
        "labels",
    );
    /// Image name.
    pub const name: rt::Leaf<object::DockerImage, rt::Option<rt::String>> = rt::Leaf::new(
        "name",
    );
    /// Image tag.
    pub const tag: rt::Leaf<object::DockerImage, rt::String> = rt::Leaf::new("tag");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DockerImage, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
