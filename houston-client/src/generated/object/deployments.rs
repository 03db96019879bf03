// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// Image tags of a deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeployInfo {
    /// Image tag that runs now.
    pub current: ::core::option::Option<::std::string::String>,
    /// Tag that the next image pushed from a command line should carry.
    pub next_cli: ::core::option::Option<::std::string::String>,
}
impl rt::Object for DeployInfo {
    type Scope = super::super::object::DeployInfo;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["current", "nextCli"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            current: rt::missing_key(slots.0, 0)?,
            next_cli: rt::missing_key(slots.1, 1)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("current", &self.current)?;
        map.serialize_entry("nextCli", &self.next_cli)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    DeployInfo
}
pub mod deploy_info {
    //! The fields of [`DeployInfo`](super::DeployInfo), to select from.
    use super::rt;
    /// Image tag that runs now.
    pub const current: rt::Leaf<
        super::super::super::object::DeployInfo,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("current");
    /// Image tag that ought to run.
    pub const desired: rt::Leaf<
        super::super::super::object::DeployInfo,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("desired");
    /// Another name of nextCli.
    #[deprecated(note = "Read nextCli, which has the same value.")]
    pub const next: rt::Leaf<
        super::super::super::object::DeployInfo,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("next");
    /// Tag that the next image pushed from a command line should carry.
    pub const next_cli: rt::Leaf<
        super::super::super::object::DeployInfo,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("nextCli");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeployInfo, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// An Airflow installation that the platform runs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Deployment {
    /// Stored settings: executor and the sizes of the components, as a JSON object.
    pub config: ::core::option::Option<rt::Value>,
    /// When it was created.
    pub created_at: super::super::scalar::DateTime,
    /// Free text about the deployment.
    pub description: ::core::option::Option<::std::string::String>,
    /// Id of the deployment: the `deploymentUuid` of other operations.
    pub id: ::std::string::String,
    /// Name shown to people; unique within the workspace.
    pub label: ::core::option::Option<::std::string::String>,
    /// JSON object: `extra_au` (left out when 0), `alert_emails`, `component_version`.
    pub properties: ::core::option::Option<rt::Value>,
    /// Name of the Helm release, such as `quasaric-sun-1234`; part of addresses and of the namespace.
    pub release_name: ::core::option::Option<::std::string::String>,
    /// State in the server's own words; deploymentStatus has the health.
    pub status: ::core::option::Option<::std::string::String>,
    /// Kind of deployment; `airflow`.
    pub r#type: ::core::option::Option<::std::string::String>,
    /// When it was last changed.
    pub updated_at: super::super::scalar::DateTime,
    /// Version of the platform's Airflow chart.
    pub version: ::core::option::Option<::std::string::String>,
}
impl rt::Object for Deployment {
    type Scope = super::super::object::Deployment;
    type Slots = (
        ::core::option::Option<::core::option::Option<rt::Value>>,
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::std::string::String>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<rt::Value>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
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
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => {
                slots.0 = ::core::option::Option::Some(
                    <rt::Json as rt::Read<_>>::read(map)?,
                );
            }
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            2 => slots.2 = ::core::option::Option::Some(map.next_value()?),
            3 => slots.3 = ::core::option::Option::Some(map.next_value()?),
            4 => slots.4 = ::core::option::Option::Some(map.next_value()?),
            5 => {
                slots.5 = ::core::option::Option::Some(
                    <rt::Json as rt::Read<_>>::read(map)?,
                );
            }
            6 => slots.6 = ::core::option::Option::Some(map.next_value()?),
            7 => slots.7 = ::core::option::Option::Some(map.next_value()?),
            8 => slots.8 = ::core::option::Option::Some(map.next_value()?),
            9 => slots.9 = ::core::option::Option::Some(map.next_value()?),
            10 => slots.10 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            config: rt::missing_key(slots.0, 0)?,
            created_at: rt::missing_key(slots.1, 1)?,
            description: rt::missing_key(slots.2, 2)?,
            id: rt::missing_key(slots.3, 3)?,
            label: rt::missing_key(slots.4, 4)?,
            properties: rt::missing_key(slots.5, 5)?,
            release_name: rt::missing_key(slots.6, 6)?,
            status: rt::missing_key(slots.7, 7)?,
            r#type: rt::missing_key(slots.8, 8)?,
            updated_at: rt::missing_key(slots.9, 9)?,
            version: rt::missing_key(slots.10, 10)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("config", &self.config)?;
        map.serialize_entry("createdAt", &self.created_at)?;
        map.serialize_entry("description", &self.description)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("label", &self.label)?;
        map.serialize_entry("properties", &self.properties)?;
        map.serialize_entry("releaseName", &self.release_name)?;
        map.serialize_entry("status", &self.status)?;
        map.serialize_entry("type", &self.r#type)?;
        map.serialize_entry("updatedAt", &self.updated_at)?;
        map.serialize_entry("version", &self.version)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Deployment
}
pub mod deployment {
    //! The fields of [`Deployment`](super::Deployment), to select from.
    use super::rt;
    /// Airflow version that runs.
    pub const airflow_version: rt::Leaf<
        super::super::super::object::Deployment,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("airflowVersion");
    /// Addresses that get alert mails.
    pub const alert_emails: rt::Leaf<
        super::super::super::object::Deployment,
        ::std::vec::Vec<::std::string::String>,
    > = rt::Leaf::new("alertEmails");
    /// Stored settings: executor and the sizes of the components, as a JSON object.
    pub const config: rt::Leaf<
        super::super::super::object::Deployment,
        ::core::option::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("config");
    /// When it was created.
    pub const created_at: rt::Leaf<
        super::super::super::object::Deployment,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("createdAt");
    /// Image tags: the present one and the next.
    pub const deploy_info: rt::Edge<
        super::super::super::object::Deployment,
        super::super::super::object::DeployInfo,
        rt::Opt<rt::One>,
    > = rt::Edge::new("deployInfo");
    /// What you may do with the deployment.
    pub const deployment_capabilities: rt::Edge<
        super::super::super::object::Deployment,
        super::super::super::object::DeploymentCapabilities,
        rt::Opt<rt::One>,
    > = rt::Edge::new("deploymentCapabilities");
    /// Health of the deployment.
    pub const deployment_status: rt::Edge<
        super::super::super::object::Deployment,
        super::super::super::object::DeploymentStatus,
        rt::Opt<rt::One>,
    > = rt::Edge::new("deploymentStatus");
    /// Free text about the deployment.
    pub const description: rt::Leaf<
        super::super::super::object::Deployment,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("description");
    /// Airflow version that an upgrade in progress leads to.
    pub const desired_airflow_version: rt::Leaf<
        super::super::super::object::Deployment,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("desiredAirflowVersion");
    /// Its environment variables; values of secrets are empty. See deploymentVariables.
    pub const environment_variables: rt::Edge<
        super::super::super::object::Deployment,
        super::super::super::object::EnvironmentVariable,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("environmentVariables");
    /// How Airflow runs tasks.
    pub const executor: rt::Leaf<
        super::super::super::object::Deployment,
        ::core::option::Option<super::super::super::enums::ExecutorType>,
    > = rt::Leaf::new("executor");
    /// Id of the deployment: the `deploymentUuid` of other operations.
    pub const id: rt::Leaf<
        super::super::super::object::Deployment,
        ::std::string::String,
    > = rt::Leaf::new("id");
    /// Name shown to people; unique within the workspace.
    pub const label: rt::Leaf<
        super::super::super::object::Deployment,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("label");
    /// JSON object: `extra_au` (left out when 0), `alert_emails`, `component_version`.
    pub const properties: rt::Leaf<
        super::super::super::object::Deployment,
        ::core::option::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("properties");
    /// Name of the Helm release, such as `quasaric-sun-1234`; part of addresses and of the namespace.
    pub const release_name: rt::Leaf<
        super::super::super::object::Deployment,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("releaseName");
    /// Who holds which role on the deployment.
    pub const role_bindings: rt::Edge<
        super::super::super::object::Deployment,
        super::super::super::object::RoleBinding,
        rt::List<rt::One>,
    > = rt::Edge::new("roleBindings");
    /// Size of the scheduler, with its limits.
    pub const scheduler: rt::Edge<
        super::super::super::object::Deployment,
        super::super::super::object::SchedulerConfig,
        rt::Opt<rt::One>,
    > = rt::Edge::new("scheduler");
    /// Service accounts of the deployment.
    pub const service_accounts: rt::Edge<
        super::super::super::object::Deployment,
        super::super::super::object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("serviceAccounts");
    /// State in the server's own words; deploymentStatus has the health.
    pub const status: rt::Leaf<
        super::super::super::object::Deployment,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("status");
    /// Kind of deployment; `airflow`.
    pub const r#type: rt::Leaf<
        super::super::super::object::Deployment,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("type");
    /// When it was last changed.
    pub const updated_at: rt::Leaf<
        super::super::super::object::Deployment,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("updatedAt");
    /// Addresses of its web pages.
    pub const urls: rt::Edge<
        super::super::super::object::Deployment,
        super::super::super::object::DeploymentUrl,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("urls");
    /// Version of the platform's Airflow chart.
    pub const version: rt::Leaf<
        super::super::super::object::Deployment,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("version");
    /// Size of the webserver.
    pub const webserver: rt::Edge<
        super::super::super::object::Deployment,
        super::super::super::object::WebserverConfig,
        rt::Opt<rt::One>,
    > = rt::Edge::new("webserver");
    /// Number and size of the Celery workers.
    pub const workers: rt::Edge<
        super::super::super::object::Deployment,
        super::super::super::object::WorkersConfig,
        rt::Opt<rt::One>,
    > = rt::Edge::new("workers");
    /// The workspace it belongs to; null when that was deleted.
    pub const workspace: rt::Edge<
        super::super::super::object::Deployment,
        super::super::super::object::Workspace,
        rt::Opt<rt::One>,
    > = rt::Edge::new("workspace");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Deployment, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// What the caller may do with a deployment. All false in the answer of createDeployment itself.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentCapabilities {
    /// Whether you may create service accounts for it.
    pub can_create_service_account: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may delete it.
    pub can_delete_deployment: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may delete its service accounts.
    pub can_delete_service_account: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may push images to it.
    pub can_deploy: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may change it.
    pub can_update_deployment: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may change its service accounts.
    pub can_update_service_account: ::core::option::Option<::core::primitive::bool>,
}
impl rt::Object for DeploymentCapabilities {
    type Scope = super::super::object::DeploymentCapabilities;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "canCreateServiceAccount",
        "canDeleteDeployment",
        "canDeleteServiceAccount",
        "canDeploy",
        "canUpdateDeployment",
        "canUpdateServiceAccount",
    ];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            2 => slots.2 = ::core::option::Option::Some(map.next_value()?),
            3 => slots.3 = ::core::option::Option::Some(map.next_value()?),
            4 => slots.4 = ::core::option::Option::Some(map.next_value()?),
            5 => slots.5 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            can_create_service_account: rt::missing_key(slots.0, 0)?,
            can_delete_deployment: rt::missing_key(slots.1, 1)?,
            can_delete_service_account: rt::missing_key(slots.2, 2)?,
            can_deploy: rt::missing_key(slots.3, 3)?,
            can_update_deployment: rt::missing_key(slots.4, 4)?,
            can_update_service_account: rt::missing_key(slots.5, 5)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry(
            "canCreateServiceAccount",
            &self.can_create_service_account,
        )?;
        map.serialize_entry("canDeleteDeployment", &self.can_delete_deployment)?;
        map.serialize_entry(
            "canDeleteServiceAccount",
            &self.can_delete_service_account,
        )?;
        map.serialize_entry("canDeploy", &self.can_deploy)?;
        map.serialize_entry("canUpdateDeployment", &self.can_update_deployment)?;
        map.serialize_entry(
            "canUpdateServiceAccount",
            &self.can_update_service_account,
        )?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    DeploymentCapabilities
}
pub mod deployment_capabilities {
    //! The fields of [`DeploymentCapabilities`](super::DeploymentCapabilities), to select from.
    use super::rt;
    /// Whether you may create service accounts for it.
    pub const can_create_service_account: rt::Leaf<
        super::super::super::object::DeploymentCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canCreateServiceAccount");
    /// Whether you may delete it.
    pub const can_delete_deployment: rt::Leaf<
        super::super::super::object::DeploymentCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canDeleteDeployment");
    /// Whether you may delete its service accounts.
    pub const can_delete_service_account: rt::Leaf<
        super::super::super::object::DeploymentCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canDeleteServiceAccount");
    /// Whether you may push images to it.
    pub const can_deploy: rt::Leaf<
        super::super::super::object::DeploymentCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canDeploy");
    /// Whether you may change it.
    pub const can_update_deployment: rt::Leaf<
        super::super::super::object::DeploymentCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canUpdateDeployment");
    /// Whether you may change its service accounts.
    pub const can_update_service_account: rt::Leaf<
        super::super::super::object::DeploymentCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canUpdateServiceAccount");
    /// Whether you may change the roles of its users.
    pub const can_update_user_role: rt::Leaf<
        super::super::super::object::DeploymentCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canUpdateUserRole");
    /// Whether you may change its environment variables.
    pub const can_update_variables: rt::Leaf<
        super::super::super::object::DeploymentCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canUpdateVariables");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeploymentCapabilities, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Address of a web page of the deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentUrl {
    /// What the address leads to, for example `airflow`.
    pub r#type: ::core::option::Option<::std::string::String>,
    /// The address.
    pub url: ::core::option::Option<::std::string::String>,
}
impl rt::Object for DeploymentUrl {
    type Scope = super::super::object::DeploymentUrl;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["type", "url"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            r#type: rt::missing_key(slots.0, 0)?,
            url: rt::missing_key(slots.1, 1)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("type", &self.r#type)?;
        map.serialize_entry("url", &self.url)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    DeploymentUrl
}
pub mod deployment_url {
    //! The fields of [`DeploymentUrl`](super::DeploymentUrl), to select from.
    use super::rt;
    /// What the address leads to, for example `airflow`.
    pub const r#type: rt::Leaf<
        super::super::super::object::DeploymentUrl,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("type");
    /// The address.
    pub const url: rt::Leaf<
        super::super::super::object::DeploymentUrl,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("url");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeploymentUrl, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// An image in the registry; no operation of this version returns it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DockerImage {
    /// When it was pushed.
    pub created_at: super::super::scalar::DateTime,
    /// Content digest of the image.
    pub digest: ::std::string::String,
    /// Environment variables inside the image, as JSON.
    pub env: ::core::option::Option<rt::Value>,
    /// Id of the record.
    pub id: ::std::string::String,
    /// Labels of the image, as JSON.
    pub labels: ::core::option::Option<rt::Value>,
    /// Image name.
    pub name: ::core::option::Option<::std::string::String>,
    /// Image tag.
    pub tag: ::std::string::String,
}
impl rt::Object for DockerImage {
    type Scope = super::super::object::DockerImage;
    type Slots = (
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::std::string::String>,
        ::core::option::Option<::core::option::Option<rt::Value>>,
        ::core::option::Option<::std::string::String>,
        ::core::option::Option<::core::option::Option<rt::Value>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::std::string::String>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "createdAt",
        "digest",
        "env",
        "id",
        "labels",
        "name",
        "tag",
    ];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            2 => {
                slots.2 = ::core::option::Option::Some(
                    <rt::Json as rt::Read<_>>::read(map)?,
                );
            }
            3 => slots.3 = ::core::option::Option::Some(map.next_value()?),
            4 => {
                slots.4 = ::core::option::Option::Some(
                    <rt::Json as rt::Read<_>>::read(map)?,
                );
            }
            5 => slots.5 = ::core::option::Option::Some(map.next_value()?),
            6 => slots.6 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            created_at: rt::missing_key(slots.0, 0)?,
            digest: rt::missing_key(slots.1, 1)?,
            env: rt::missing_key(slots.2, 2)?,
            id: rt::missing_key(slots.3, 3)?,
            labels: rt::missing_key(slots.4, 4)?,
            name: rt::missing_key(slots.5, 5)?,
            tag: rt::missing_key(slots.6, 6)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("createdAt", &self.created_at)?;
        map.serialize_entry("digest", &self.digest)?;
        map.serialize_entry("env", &self.env)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("labels", &self.labels)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("tag", &self.tag)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    DockerImage
}
pub mod docker_image {
    //! The fields of [`DockerImage`](super::DockerImage), to select from.
    use super::rt;
    /// When it was pushed.
    pub const created_at: rt::Leaf<
        super::super::super::object::DockerImage,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("createdAt");
    /// Deployment that it is for.
    pub const deployment: rt::Edge<
        super::super::super::object::DockerImage,
        super::super::super::object::Deployment,
        rt::Opt<rt::One>,
    > = rt::Edge::new("deployment");
    /// Content digest of the image.
    pub const digest: rt::Leaf<
        super::super::super::object::DockerImage,
        ::std::string::String,
    > = rt::Leaf::new("digest");
    /// Environment variables inside the image, as JSON.
    pub const env: rt::Leaf<
        super::super::super::object::DockerImage,
        ::core::option::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("env");
    /// Id of the record.
    pub const id: rt::Leaf<
        super::super::super::object::DockerImage,
        ::std::string::String,
    > = rt::Leaf::new("id");
    /// Labels of the image, as JSON.
    pub const labels: rt::Leaf<
        super::super::super::object::DockerImage,
        ::core::option::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("labels");
    /// Image name.
    pub const name: rt::Leaf<
        super::super::super::object::DockerImage,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("name");
    /// Image tag.
    pub const tag: rt::Leaf<
        super::super::super::object::DockerImage,
        ::std::string::String,
    > = rt::Leaf::new("tag");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DockerImage, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
