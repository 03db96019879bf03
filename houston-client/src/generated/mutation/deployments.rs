// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Creates an Airflow deployment. An error other than a refusal can leave the deployment behind: check before you try again.
///
/// Selects by default: `config`, `createdAt`, `description`, `id`, `label`, `properties`, `releaseName`, `status`, `type`, `updatedAt`, `version`.
///
/// Beware: Can fail after the deployment was stored, and some releases report success but create nothing: read it back before you try again.
///
/// Needs the permission `workspace.deployments.create`.
///
/// Answers [`Deployment`](object::Deployment).
///
/// Required: [`label`](CreateDeployment::label), [`r#type`](CreateDeployment::type), [`workspace_uuid`](CreateDeployment::workspace_uuid).
///
/// GraphQL: `createDeployment(label: String!, type: String!, workspaceUuid: Uuid!, airflowVersion: String, cloudRole: String, config: JSON, description: String, executor: ExecutorType, properties: JSON, releaseName: String, scheduler: Scheduler, version: String, webserver: Webserver, workers: Workers): Deployment`
pub fn create_deployment() -> CreateDeployment {
    CreateDeployment(rt::Builder::new())
}
/// The builder of `createDeployment`.
#[derive(Clone, Debug)]
#[must_use]
pub struct CreateDeployment<
    Label = rt::Unset<argument::label>,
    Type = rt::Unset<argument::r#type>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(Label, Type, WorkspaceUuid)>,
);
/// [`CreateDeployment`] with everything set that is required.
pub type CreateDeploymentReady = CreateDeployment<rt::Set, rt::Set, rt::Set>;
impl<Label, Type, WorkspaceUuid> CreateDeployment<Label, Type, WorkspaceUuid> {
    /// Display name; unique within the workspace.
    ///
    /// Required. `label: String!`
    pub fn label(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> CreateDeployment<rt::Set, Type, WorkspaceUuid> {
        CreateDeployment(self.0.with("label", "String!", value))
    }
    /// Required, but the server ignores the value. Send `airflow`.
    ///
    /// Required. `type: String!`
    pub fn r#type(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> CreateDeployment<Label, rt::Set, WorkspaceUuid> {
        CreateDeployment(self.0.with("type", "String!", value))
    }
    /// Id of the workspace. You need permission to create deployments in it.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> CreateDeployment<Label, Type, rt::Set> {
        CreateDeployment(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Airflow version to start with; airflowReleases lists the versions.
    ///
    /// `airflowVersion: String`
    pub fn airflow_version(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("airflowVersion", "String", value))
    }
    /// Sends null for `airflowVersion`: not the same as not sending it.
    pub fn airflow_version_null(self) -> Self {
        Self(self.0.null("airflowVersion", "String"))
    }
    /// As [`airflow_version`](Self::airflow_version), when there is a value.
    pub fn maybe_airflow_version(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("airflowVersion", "String", value))
    }
    /// Role at the cloud provider for the deployment.
    ///
    /// `cloudRole: String`
    pub fn cloud_role(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("cloudRole", "String", value))
    }
    /// Sends null for `cloudRole`: not the same as not sending it.
    pub fn cloud_role_null(self) -> Self {
        Self(self.0.null("cloudRole", "String"))
    }
    /// As [`cloud_role`](Self::cloud_role), when there is a value.
    pub fn maybe_cloud_role(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("cloudRole", "String", value))
    }
    /// JSON object, the older form of executor, scheduler, webserver and workers: `{executor, scheduler, …}`.
    ///
    /// `config: JSON`
    pub fn config(self, value: impl rt::IntoArgument<rt::Value>) -> Self {
        Self(self.0.with("config", "JSON", value))
    }
    /// Sends null for `config`: not the same as not sending it.
    pub fn config_null(self) -> Self {
        Self(self.0.null("config", "JSON"))
    }
    /// As [`config`](Self::config), when there is a value.
    pub fn maybe_config(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::Value>>,
    ) -> Self {
        Self(self.0.maybe("config", "JSON", value))
    }
    /// Free text about the deployment.
    ///
    /// `description: String`
    pub fn description(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("description", "String", value))
    }
    /// Sends null for `description`: not the same as not sending it.
    pub fn description_null(self) -> Self {
        Self(self.0.null("description", "String"))
    }
    /// As [`description`](Self::description), when there is a value.
    pub fn maybe_description(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("description", "String", value))
    }
    /// How Airflow runs tasks. The default is CeleryExecutor.
    ///
    /// `executor: ExecutorType`
    pub fn executor(self, value: impl rt::IntoArgument<enums::ExecutorType>) -> Self {
        Self(self.0.with("executor", "ExecutorType", value))
    }
    /// Sends null for `executor`: not the same as not sending it.
    pub fn executor_null(self) -> Self {
        Self(self.0.null("executor", "ExecutorType"))
    }
    /// As [`executor`](Self::executor), when there is a value.
    pub fn maybe_executor(
        self,
        value: rt::Option<impl rt::IntoArgument<enums::ExecutorType>>,
    ) -> Self {
        Self(self.0.maybe("executor", "ExecutorType", value))
    }
    /// JSON object: `extra_au` (number), `alert_emails` (list), `component_version` (text); no other keys.
    ///
    /// `properties: JSON`
    pub fn properties(self, value: impl rt::IntoArgument<rt::Value>) -> Self {
        Self(self.0.with("properties", "JSON", value))
    }
    /// Sends null for `properties`: not the same as not sending it.
    pub fn properties_null(self) -> Self {
        Self(self.0.null("properties", "JSON"))
    }
    /// As [`properties`](Self::properties), when there is a value.
    pub fn maybe_properties(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::Value>>,
    ) -> Self {
        Self(self.0.maybe("properties", "JSON", value))
    }
    /// Release name. Unless the platform allows manual names, the server replaces it with a generated one.
    ///
    /// `releaseName: String`
    pub fn release_name(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("releaseName", "String", value))
    }
    /// Sends null for `releaseName`: not the same as not sending it.
    pub fn release_name_null(self) -> Self {
        Self(self.0.null("releaseName", "String"))
    }
    /// As [`release_name`](Self::release_name), when there is a value.
    pub fn maybe_release_name(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("releaseName", "String", value))
    }
    /// Size of the scheduler: replicas, cpu in millicores, memory in MiB.
    ///
    /// `scheduler: Scheduler`
    pub fn scheduler(self, value: impl rt::IntoArgument<input::Scheduler>) -> Self {
        Self(self.0.with("scheduler", "Scheduler", value))
    }
    /// Sends null for `scheduler`: not the same as not sending it.
    pub fn scheduler_null(self) -> Self {
        Self(self.0.null("scheduler", "Scheduler"))
    }
    /// As [`scheduler`](Self::scheduler), when there is a value.
    pub fn maybe_scheduler(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Scheduler>>,
    ) -> Self {
        Self(self.0.maybe("scheduler", "Scheduler", value))
    }
    /// Version of the platform's Airflow chart; leave it out for the default.
    ///
    /// `version: String`
    pub fn version(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("version", "String", value))
    }
    /// Sends null for `version`: not the same as not sending it.
    pub fn version_null(self) -> Self {
        Self(self.0.null("version", "String"))
    }
    /// As [`version`](Self::version), when there is a value.
    pub fn maybe_version(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("version", "String", value))
    }
    /// Size of the webserver: cpu in millicores, memory in MiB.
    ///
    /// `webserver: Webserver`
    pub fn webserver(self, value: impl rt::IntoArgument<input::Webserver>) -> Self {
        Self(self.0.with("webserver", "Webserver", value))
    }
    /// Sends null for `webserver`: not the same as not sending it.
    pub fn webserver_null(self) -> Self {
        Self(self.0.null("webserver", "Webserver"))
    }
    /// As [`webserver`](Self::webserver), when there is a value.
    pub fn maybe_webserver(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Webserver>>,
    ) -> Self {
        Self(self.0.maybe("webserver", "Webserver", value))
    }
    /// Number and size of the Celery workers: cpu in millicores, memory in MiB.
    ///
    /// `workers: Workers`
    pub fn workers(self, value: impl rt::IntoArgument<input::Workers>) -> Self {
        Self(self.0.with("workers", "Workers", value))
    }
    /// Sends null for `workers`: not the same as not sending it.
    pub fn workers_null(self) -> Self {
        Self(self.0.null("workers", "Workers"))
    }
    /// As [`workers`](Self::workers), when there is a value.
    pub fn maybe_workers(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Workers>>,
    ) -> Self {
        Self(self.0.maybe("workers", "Workers", value))
    }
    /// Selects exactly this on the result, `Deployment`.
    pub fn select<Selection: rt::Select<object::Deployment>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Deployment, rt::One, Selection>
    where
        Label: required::label,
        Type: required::r#type,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("createDeployment", self.0.into_arguments(), selection)
    }
}
impl<
    Label: required::label,
    Type: required::r#type,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for CreateDeployment<Label, Type, WorkspaceUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Deployment,
        rt::One,
        rt::DefaultSelection<object::Deployment>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Deletes a deployment. It disappears from the lists, and its label can be used again.
///
/// Selects by default: `config`, `createdAt`, `description`, `id`, `label`, `properties`, `releaseName`, `status`, `type`, `updatedAt`, `version`.
///
/// Needs the permission `deployment.config.delete` or `system.deployments.delete`.
///
/// Answers [`Deployment`](object::Deployment).
///
/// Required: [`deployment_uuid`](DeleteDeployment::deployment_uuid).
///
/// GraphQL: `deleteDeployment(deploymentUuid: Uuid!): Deployment`
pub fn delete_deployment() -> DeleteDeployment {
    DeleteDeployment(rt::Builder::new())
}
/// The builder of `deleteDeployment`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeleteDeployment<DeploymentUuid = rt::Unset<argument::deployment_uuid>>(
    rt::Builder<(DeploymentUuid,)>,
);
/// [`DeleteDeployment`] with everything set that is required.
pub type DeleteDeploymentReady = DeleteDeployment<rt::Set>;
impl<DeploymentUuid> DeleteDeployment<DeploymentUuid> {
    /// Id of the deployment to delete.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeleteDeployment<rt::Set> {
        DeleteDeployment(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `Deployment`.
    pub fn select<Selection: rt::Select<object::Deployment>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Deployment, rt::One, Selection>
    where
        DeploymentUuid: required::deployment_uuid,
    {
        rt::Nested::new("deleteDeployment", self.0.into_arguments(), selection)
    }
}
impl<DeploymentUuid: required::deployment_uuid> rt::RootField
for DeleteDeployment<DeploymentUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Deployment,
        rt::One,
        rt::DefaultSelection<object::Deployment>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Sets the email addresses that receive alerts. The list replaces the old one.
///
/// Selects by default: `id`.
///
/// Beware: The list replaces all addresses.
///
/// Needs the permission `deployment.config.update` or `system.deployments.update`.
///
/// Answers [`DeploymentAlertsUpdatePayload`](DeploymentAlertsUpdatePayload).
///
/// Required: [`deployment_uuid`](DeploymentAlertsUpdate::deployment_uuid).
///
/// GraphQL: `deploymentAlertsUpdate(deploymentUuid: Uuid!, alertEmails: [String]): Deployment`
pub fn deployment_alerts_update() -> DeploymentAlertsUpdate {
    DeploymentAlertsUpdate(rt::Builder::new())
}
/// The builder of `deploymentAlertsUpdate`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeploymentAlertsUpdate<DeploymentUuid = rt::Unset<argument::deployment_uuid>>(
    rt::Builder<(DeploymentUuid,)>,
);
/// [`DeploymentAlertsUpdate`] with everything set that is required.
pub type DeploymentAlertsUpdateReady = DeploymentAlertsUpdate<rt::Set>;
impl<DeploymentUuid> DeploymentAlertsUpdate<DeploymentUuid> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeploymentAlertsUpdate<rt::Set> {
        DeploymentAlertsUpdate(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// The whole list of email addresses.
    ///
    /// `alertEmails: [String]`
    pub fn alert_emails(
        self,
        value: impl rt::IntoArgument<rt::NullableItems<rt::String>>,
    ) -> Self {
        Self(self.0.with("alertEmails", "[String]", value))
    }
    /// Sends null for `alertEmails`: not the same as not sending it.
    pub fn alert_emails_null(self) -> Self {
        Self(self.0.null("alertEmails", "[String]"))
    }
    /// As [`alert_emails`](Self::alert_emails), when there is a value.
    pub fn maybe_alert_emails(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::NullableItems<rt::String>>>,
    ) -> Self {
        Self(self.0.maybe("alertEmails", "[String]", value))
    }
    /// Selects exactly this on the result, `Deployment`.
    pub fn select<Selection: rt::Select<object::Deployment>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Deployment, rt::One, Selection>
    where
        DeploymentUuid: required::deployment_uuid,
    {
        rt::Nested::new("deploymentAlertsUpdate", self.0.into_arguments(), selection)
    }
}
/// What `deploymentAlertsUpdate` answers by default.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentAlertsUpdatePayload {
    /// Id of the deployment: the `deploymentUuid` of other operations.
    pub id: rt::String,
}
impl rt::Object for DeploymentAlertsUpdatePayload {
    type Scope = object::Deployment;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["id"];
    fn new((id,): Self::Values) -> Self {
        Self { id }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.id,), map)
    }
}
rt::object_type! {
    DeploymentAlertsUpdatePayload
}
impl<DeploymentUuid: required::deployment_uuid> rt::RootField
for DeploymentAlertsUpdate<DeploymentUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Deployment,
        rt::One,
        rt::DefaultSelection<DeploymentAlertsUpdatePayload>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Changes a deployment. Without properties in the payload, extra AU are reset to 0 (seen on 0.16).
///
/// Selects by default: `config`, `createdAt`, `description`, `id`, `label`, `properties`, `releaseName`, `status`, `type`, `updatedAt`, `version`.
///
/// Beware: Without payload.properties.extra_au, extra AU are reset to 0; through 0.16, the running deployment changes only with sync.
///
/// Needs the permission `deployment.config.update` or `system.deployments.update`.
///
/// Answers [`Deployment`](object::Deployment).
///
/// Required: [`deployment_uuid`](UpdateDeployment::deployment_uuid).
///
/// GraphQL: `updateDeployment(deploymentUuid: Uuid!, cloudRole: String, config: JSON, executor: ExecutorType, payload: JSON, scheduler: Scheduler, sync: Boolean, webserver: Webserver, workers: Workers): Deployment`
pub fn update_deployment() -> UpdateDeployment {
    UpdateDeployment(rt::Builder::new())
}
/// The builder of `updateDeployment`.
#[derive(Clone, Debug)]
#[must_use]
pub struct UpdateDeployment<DeploymentUuid = rt::Unset<argument::deployment_uuid>>(
    rt::Builder<(DeploymentUuid,)>,
);
/// [`UpdateDeployment`] with everything set that is required.
pub type UpdateDeploymentReady = UpdateDeployment<rt::Set>;
impl<DeploymentUuid> UpdateDeployment<DeploymentUuid> {
    /// Id of the deployment to change.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> UpdateDeployment<rt::Set> {
        UpdateDeployment(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Role at the cloud provider for the deployment.
    ///
    /// `cloudRole: String`
    pub fn cloud_role(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("cloudRole", "String", value))
    }
    /// Sends null for `cloudRole`: not the same as not sending it.
    pub fn cloud_role_null(self) -> Self {
        Self(self.0.null("cloudRole", "String"))
    }
    /// As [`cloud_role`](Self::cloud_role), when there is a value.
    pub fn maybe_cloud_role(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("cloudRole", "String", value))
    }
    /// JSON object, the older form of executor, scheduler, webserver, workers; merged into what is stored.
    ///
    /// `config: JSON`
    pub fn config(self, value: impl rt::IntoArgument<rt::Value>) -> Self {
        Self(self.0.with("config", "JSON", value))
    }
    /// Sends null for `config`: not the same as not sending it.
    pub fn config_null(self) -> Self {
        Self(self.0.null("config", "JSON"))
    }
    /// As [`config`](Self::config), when there is a value.
    pub fn maybe_config(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::Value>>,
    ) -> Self {
        Self(self.0.maybe("config", "JSON", value))
    }
    /// How Airflow runs tasks.
    ///
    /// `executor: ExecutorType`
    pub fn executor(self, value: impl rt::IntoArgument<enums::ExecutorType>) -> Self {
        Self(self.0.with("executor", "ExecutorType", value))
    }
    /// Sends null for `executor`: not the same as not sending it.
    pub fn executor_null(self) -> Self {
        Self(self.0.null("executor", "ExecutorType"))
    }
    /// As [`executor`](Self::executor), when there is a value.
    pub fn maybe_executor(
        self,
        value: rt::Option<impl rt::IntoArgument<enums::ExecutorType>>,
    ) -> Self {
        Self(self.0.maybe("executor", "ExecutorType", value))
    }
    /// JSON object: `label`, `description`, `version`, `properties`; other keys are dropped without an error.
    ///
    /// `payload: JSON`
    pub fn payload(self, value: impl rt::IntoArgument<rt::Value>) -> Self {
        Self(self.0.with("payload", "JSON", value))
    }
    /// Sends null for `payload`: not the same as not sending it.
    pub fn payload_null(self) -> Self {
        Self(self.0.null("payload", "JSON"))
    }
    /// As [`payload`](Self::payload), when there is a value.
    pub fn maybe_payload(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::Value>>,
    ) -> Self {
        Self(self.0.maybe("payload", "JSON", value))
    }
    /// Size of the scheduler: replicas, cpu in millicores, memory in MiB.
    ///
    /// `scheduler: Scheduler`
    pub fn scheduler(self, value: impl rt::IntoArgument<input::Scheduler>) -> Self {
        Self(self.0.with("scheduler", "Scheduler", value))
    }
    /// Sends null for `scheduler`: not the same as not sending it.
    pub fn scheduler_null(self) -> Self {
        Self(self.0.null("scheduler", "Scheduler"))
    }
    /// As [`scheduler`](Self::scheduler), when there is a value.
    pub fn maybe_scheduler(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Scheduler>>,
    ) -> Self {
        Self(self.0.maybe("scheduler", "Scheduler", value))
    }
    /// Through 0.16, send true: otherwise the settings change but the running deployment does not.
    ///
    /// `sync: Boolean`
    pub fn sync(self, value: impl rt::IntoArgument<rt::bool>) -> Self {
        Self(self.0.with("sync", "Boolean", value))
    }
    /// Sends null for `sync`: not the same as not sending it.
    pub fn sync_null(self) -> Self {
        Self(self.0.null("sync", "Boolean"))
    }
    /// As [`sync`](Self::sync), when there is a value.
    pub fn maybe_sync(self, value: rt::Option<impl rt::IntoArgument<rt::bool>>) -> Self {
        Self(self.0.maybe("sync", "Boolean", value))
    }
    /// Size of the webserver: cpu in millicores, memory in MiB.
    ///
    /// `webserver: Webserver`
    pub fn webserver(self, value: impl rt::IntoArgument<input::Webserver>) -> Self {
        Self(self.0.with("webserver", "Webserver", value))
    }
    /// Sends null for `webserver`: not the same as not sending it.
    pub fn webserver_null(self) -> Self {
        Self(self.0.null("webserver", "Webserver"))
    }
    /// As [`webserver`](Self::webserver), when there is a value.
    pub fn maybe_webserver(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Webserver>>,
    ) -> Self {
        Self(self.0.maybe("webserver", "Webserver", value))
    }
    /// Number and size of the Celery workers: cpu in millicores, memory in MiB.
    ///
    /// `workers: Workers`
    pub fn workers(self, value: impl rt::IntoArgument<input::Workers>) -> Self {
        Self(self.0.with("workers", "Workers", value))
    }
    /// Sends null for `workers`: not the same as not sending it.
    pub fn workers_null(self) -> Self {
        Self(self.0.null("workers", "Workers"))
    }
    /// As [`workers`](Self::workers), when there is a value.
    pub fn maybe_workers(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Workers>>,
    ) -> Self {
        Self(self.0.maybe("workers", "Workers", value))
    }
    /// Selects exactly this on the result, `Deployment`.
    pub fn select<Selection: rt::Select<object::Deployment>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Deployment, rt::One, Selection>
    where
        DeploymentUuid: required::deployment_uuid,
    {
        rt::Nested::new("updateDeployment", self.0.into_arguments(), selection)
    }
}
impl<DeploymentUuid: required::deployment_uuid> rt::RootField
for UpdateDeployment<DeploymentUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Deployment,
        rt::One,
        rt::DefaultSelection<object::Deployment>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Starts an Airflow upgrade. A call with the current version cancels the upgrade.
///
/// Selects by default: `config`, `createdAt`, `description`, `id`, `label`, `properties`, `releaseName`, `status`, `type`, `updatedAt`, `version`.
///
/// Beware: A call with the current version cancels the upgrade.
///
/// Answers [`Deployment`](object::Deployment).
///
/// Required: [`deployment_uuid`](UpdateDeploymentAirflow::deployment_uuid), [`desired_airflow_version`](UpdateDeploymentAirflow::desired_airflow_version).
///
/// GraphQL: `updateDeploymentAirflow(deploymentUuid: Uuid!, desiredAirflowVersion: String!): Deployment`
pub fn update_deployment_airflow() -> UpdateDeploymentAirflow {
    UpdateDeploymentAirflow(rt::Builder::new())
}
/// The builder of `updateDeploymentAirflow`.
#[derive(Clone, Debug)]
#[must_use]
pub struct UpdateDeploymentAirflow<
    DeploymentUuid = rt::Unset<argument::deployment_uuid>,
    DesiredAirflowVersion = rt::Unset<argument::desired_airflow_version>,
>(
    rt::Builder<(DeploymentUuid, DesiredAirflowVersion)>,
);
/// [`UpdateDeploymentAirflow`] with everything set that is required.
pub type UpdateDeploymentAirflowReady = UpdateDeploymentAirflow<rt::Set, rt::Set>;
impl<
    DeploymentUuid,
    DesiredAirflowVersion,
> UpdateDeploymentAirflow<DeploymentUuid, DesiredAirflowVersion> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> UpdateDeploymentAirflow<rt::Set, DesiredAirflowVersion> {
        UpdateDeploymentAirflow(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Target Airflow version, from airflowReleases. The current version cancels an upgrade.
    ///
    /// Required. `desiredAirflowVersion: String!`
    pub fn desired_airflow_version(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> UpdateDeploymentAirflow<DeploymentUuid, rt::Set> {
        UpdateDeploymentAirflow(self.0.with("desiredAirflowVersion", "String!", value))
    }
    /// Selects exactly this on the result, `Deployment`.
    pub fn select<Selection: rt::Select<object::Deployment>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Deployment, rt::One, Selection>
    where
        DeploymentUuid: required::deployment_uuid,
        DesiredAirflowVersion: required::desired_airflow_version,
    {
        rt::Nested::new("updateDeploymentAirflow", self.0.into_arguments(), selection)
    }
}
impl<
    DeploymentUuid: required::deployment_uuid,
    DesiredAirflowVersion: required::desired_airflow_version,
> rt::RootField for UpdateDeploymentAirflow<DeploymentUuid, DesiredAirflowVersion> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Deployment,
        rt::One,
        rt::DefaultSelection<object::Deployment>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Switches KEDA autoscaling of the workers on or off.
///
/// Selects by default: `config`, `createdAt`, `description`, `id`, `label`, `properties`, `releaseName`, `status`, `type`, `updatedAt`, `version`.
///
/// Answers [`Deployment`](object::Deployment).
///
/// Required: [`deployment_uuid`](UpdateDeploymentKedaConfig::deployment_uuid), [`state`](UpdateDeploymentKedaConfig::state).
///
/// GraphQL: `updateDeploymentKedaConfig(deploymentUuid: Uuid!, state: Boolean!): Deployment`
pub fn update_deployment_keda_config() -> UpdateDeploymentKedaConfig {
    UpdateDeploymentKedaConfig(rt::Builder::new())
}
/// The builder of `updateDeploymentKedaConfig`.
#[derive(Clone, Debug)]
#[must_use]
pub struct UpdateDeploymentKedaConfig<
    DeploymentUuid = rt::Unset<argument::deployment_uuid>,
    State = rt::Unset<argument::state>,
>(
    rt::Builder<(DeploymentUuid, State)>,
);
/// [`UpdateDeploymentKedaConfig`] with everything set that is required.
pub type UpdateDeploymentKedaConfigReady = UpdateDeploymentKedaConfig<rt::Set, rt::Set>;
impl<DeploymentUuid, State> UpdateDeploymentKedaConfig<DeploymentUuid, State> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> UpdateDeploymentKedaConfig<rt::Set, State> {
        UpdateDeploymentKedaConfig(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// True to switch it on, false to switch it off.
    ///
    /// Required. `state: Boolean!`
    pub fn state(
        self,
        value: impl rt::IntoArgument<rt::bool>,
    ) -> UpdateDeploymentKedaConfig<DeploymentUuid, rt::Set> {
        UpdateDeploymentKedaConfig(self.0.with("state", "Boolean!", value))
    }
    /// Selects exactly this on the result, `Deployment`.
    pub fn select<Selection: rt::Select<object::Deployment>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Deployment, rt::One, Selection>
    where
        DeploymentUuid: required::deployment_uuid,
        State: required::state,
    {
        rt::Nested::new("updateDeploymentKedaConfig", self.0.into_arguments(), selection)
    }
}
impl<DeploymentUuid: required::deployment_uuid, State: required::state> rt::RootField
for UpdateDeploymentKedaConfig<DeploymentUuid, State> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Deployment,
        rt::One,
        rt::DefaultSelection<object::Deployment>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Moves a deployment to another version of the platform's Airflow chart.
///
/// Selects by default: `config`, `createdAt`, `description`, `id`, `label`, `properties`, `releaseName`, `status`, `type`, `updatedAt`, `version`.
///
/// Needs the permission `deployment.config.update` or `system.deployments.update`.
///
/// Answers [`Deployment`](object::Deployment).
///
/// Required: [`deployment_uuid`](UpgradeDeployment::deployment_uuid).
///
/// GraphQL: `upgradeDeployment(deploymentUuid: Uuid!, version: String): Deployment`
pub fn upgrade_deployment() -> UpgradeDeployment {
    UpgradeDeployment(rt::Builder::new())
}
/// The builder of `upgradeDeployment`.
#[derive(Clone, Debug)]
#[must_use]
pub struct UpgradeDeployment<DeploymentUuid = rt::Unset<argument::deployment_uuid>>(
    rt::Builder<(DeploymentUuid,)>,
);
/// [`UpgradeDeployment`] with everything set that is required.
pub type UpgradeDeploymentReady = UpgradeDeployment<rt::Set>;
impl<DeploymentUuid> UpgradeDeployment<DeploymentUuid> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> UpgradeDeployment<rt::Set> {
        UpgradeDeployment(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Target version.
    ///
    /// `version: String`
    pub fn version(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("version", "String", value))
    }
    /// Sends null for `version`: not the same as not sending it.
    pub fn version_null(self) -> Self {
        Self(self.0.null("version", "String"))
    }
    /// As [`version`](Self::version), when there is a value.
    pub fn maybe_version(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("version", "String", value))
    }
    /// Selects exactly this on the result, `Deployment`.
    pub fn select<Selection: rt::Select<object::Deployment>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Deployment, rt::One, Selection>
    where
        DeploymentUuid: required::deployment_uuid,
    {
        rt::Nested::new("upgradeDeployment", self.0.into_arguments(), selection)
    }
}
impl<DeploymentUuid: required::deployment_uuid> rt::RootField
for UpgradeDeployment<DeploymentUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Deployment,
        rt::One,
        rt::DefaultSelection<object::Deployment>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
