// Made by `cargo xtask codegen`: run it again instead of editing.

//! Enums. A value that the schema does not have is kept as text.
use crate::runtime as rt;
/// State of a deployment as the live status stream reports it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DeploymentStatusType {
    /// The platform cannot tell.
    Unknown,
    /// A change is being rolled out.
    Deploying,
    /// At least part of the deployment does not work.
    Unhealthy,
    /// Everything runs.
    Healthy,
    /// A value that the schema does not have: read from an answer, or made by `from` of its text, which knows the others.
    Unrecognized(rt::String),
}
impl rt::EnumType for DeploymentStatusType {
    fn from_name(name: &rt::str) -> Self {
        match name {
            "UNKNOWN" => Self::Unknown,
            "DEPLOYING" => Self::Deploying,
            "UNHEALTHY" => Self::Unhealthy,
            "HEALTHY" => Self::Healthy,
            other => Self::Unrecognized(rt::owned(other)),
        }
    }
    fn name(&self) -> &rt::str {
        match self {
            Self::Unknown => "UNKNOWN",
            Self::Deploying => "DEPLOYING",
            Self::Unhealthy => "UNHEALTHY",
            Self::Healthy => "HEALTHY",
            Self::Unrecognized(other) => other,
        }
    }
}
rt::enum_type! {
    DeploymentStatusType
}
/// Kind of thing that a service account belongs to; used by the legacy operations.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EntityType {
    /// The account belongs to a workspace.
    Workspace,
    /// The account belongs to one deployment.
    Deployment,
    /// The account belongs to the platform; the legacy createServiceAccount fails with it.
    System,
    /// A value that the schema does not have: read from an answer, or made by `from` of its text, which knows the others.
    Unrecognized(rt::String),
}
impl rt::EnumType for EntityType {
    fn from_name(name: &rt::str) -> Self {
        match name {
            "WORKSPACE" => Self::Workspace,
            "DEPLOYMENT" => Self::Deployment,
            "SYSTEM" => Self::System,
            other => Self::Unrecognized(rt::owned(other)),
        }
    }
    fn name(&self) -> &rt::str {
        match self {
            Self::Workspace => "WORKSPACE",
            Self::Deployment => "DEPLOYMENT",
            Self::System => "SYSTEM",
            Self::Unrecognized(other) => other,
        }
    }
}
rt::enum_type! {
    EntityType
}
/// How Airflow runs its tasks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExecutorType {
    /// Tasks run as processes beside the scheduler; no workers.
    LocalExecutor,
    /// Tasks run on long-lived workers; the default.
    CeleryExecutor,
    /// Each task runs in a pod of its own; room for them comes from extra AU.
    KubernetesExecutor,
    /// A value that the schema does not have: read from an answer, or made by `from` of its text, which knows the others.
    Unrecognized(rt::String),
}
impl rt::EnumType for ExecutorType {
    fn from_name(name: &rt::str) -> Self {
        match name {
            "LocalExecutor" => Self::LocalExecutor,
            "CeleryExecutor" => Self::CeleryExecutor,
            "KubernetesExecutor" => Self::KubernetesExecutor,
            other => Self::Unrecognized(rt::owned(other)),
        }
    }
    fn name(&self) -> &rt::str {
        match self {
            Self::LocalExecutor => "LocalExecutor",
            Self::CeleryExecutor => "CeleryExecutor",
            Self::KubernetesExecutor => "KubernetesExecutor",
            Self::Unrecognized(other) => other,
        }
    }
}
rt::enum_type! {
    ExecutorType
}
/// Group of measurements that the metrics stream can send.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MetricType {
    /// Whether the parts of the deployment are up.
    DeploymentStatus,
    /// Airflow tasks by state.
    DeploymentTasks,
    /// The deployment's database.
    DeploymentDatabase,
    /// The Airflow scheduler.
    DeploymentScheduler,
    /// Resource quotas of the deployment.
    DeploymentQuotas,
    /// Resources in use.
    DeploymentUsage,
    /// A value that the schema does not have: read from an answer, or made by `from` of its text, which knows the others.
    Unrecognized(rt::String),
}
impl rt::EnumType for MetricType {
    fn from_name(name: &rt::str) -> Self {
        match name {
            "DEPLOYMENT_STATUS" => Self::DeploymentStatus,
            "DEPLOYMENT_TASKS" => Self::DeploymentTasks,
            "DEPLOYMENT_DATABASE" => Self::DeploymentDatabase,
            "DEPLOYMENT_SCHEDULER" => Self::DeploymentScheduler,
            "DEPLOYMENT_QUOTAS" => Self::DeploymentQuotas,
            "DEPLOYMENT_USAGE" => Self::DeploymentUsage,
            other => Self::Unrecognized(rt::owned(other)),
        }
    }
    fn name(&self) -> &rt::str {
        match self {
            Self::DeploymentStatus => "DEPLOYMENT_STATUS",
            Self::DeploymentTasks => "DEPLOYMENT_TASKS",
            Self::DeploymentDatabase => "DEPLOYMENT_DATABASE",
            Self::DeploymentScheduler => "DEPLOYMENT_SCHEDULER",
            Self::DeploymentQuotas => "DEPLOYMENT_QUOTAS",
            Self::DeploymentUsage => "DEPLOYMENT_USAGE",
            Self::Unrecognized(other) => other,
        }
    }
}
rt::enum_type! {
    MetricType
}
/// How the server's own permission directive joins several permissions; no operation takes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Operator {
    /// All of the permissions are needed.
    And,
    /// One of the permissions is enough.
    Or,
    /// A value that the schema does not have: read from an answer, or made by `from` of its text, which knows the others.
    Unrecognized(rt::String),
}
impl rt::EnumType for Operator {
    fn from_name(name: &rt::str) -> Self {
        match name {
            "AND" => Self::And,
            "OR" => Self::Or,
            other => Self::Unrecognized(rt::owned(other)),
        }
    }
    fn name(&self) -> &rt::str {
        match self {
            Self::And => "AND",
            Self::Or => "OR",
            Self::Unrecognized(other) => other,
        }
    }
}
rt::enum_type! {
    Operator
}
/// What a user or service account may do, at one of three scopes: system, workspace, deployment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// Administers the platform: every system permission. Does not by itself allow creating deployments.
    SystemAdmin,
    /// Reads the whole platform; changes roles, service accounts and variables; deletes nothing.
    SystemEditor,
    /// Reads the whole platform, variables included; changes nothing.
    SystemViewer,
    /// All of a workspace: its users, billing and keys, new deployments, and its deletion.
    WorkspaceAdmin,
    /// Changes a workspace, creates deployments and manages its keys; no users, no billing, no deletion.
    WorkspaceEditor,
    /// Reads a workspace, its users, invites, keys and deployments.
    WorkspaceViewer,
    /// All of a deployment: its users, Airflow as admin, and its deletion.
    DeploymentAdmin,
    /// Changes a deployment, its variables and keys, and pushes images; no users, no deletion.
    DeploymentEditor,
    /// Reads a deployment, its logs, metrics, variables and keys.
    DeploymentViewer,
    /// Held by everybody who is signed in: it allows createWorkspace. Never a useful argument.
    User,
    /// A value that the schema does not have: read from an answer, or made by `from` of its text, which knows the others.
    Unrecognized(rt::String),
}
impl rt::EnumType for Role {
    fn from_name(name: &rt::str) -> Self {
        match name {
            "SYSTEM_ADMIN" => Self::SystemAdmin,
            "SYSTEM_EDITOR" => Self::SystemEditor,
            "SYSTEM_VIEWER" => Self::SystemViewer,
            "WORKSPACE_ADMIN" => Self::WorkspaceAdmin,
            "WORKSPACE_EDITOR" => Self::WorkspaceEditor,
            "WORKSPACE_VIEWER" => Self::WorkspaceViewer,
            "DEPLOYMENT_ADMIN" => Self::DeploymentAdmin,
            "DEPLOYMENT_EDITOR" => Self::DeploymentEditor,
            "DEPLOYMENT_VIEWER" => Self::DeploymentViewer,
            "USER" => Self::User,
            other => Self::Unrecognized(rt::owned(other)),
        }
    }
    fn name(&self) -> &rt::str {
        match self {
            Self::SystemAdmin => "SYSTEM_ADMIN",
            Self::SystemEditor => "SYSTEM_EDITOR",
            Self::SystemViewer => "SYSTEM_VIEWER",
            Self::WorkspaceAdmin => "WORKSPACE_ADMIN",
            Self::WorkspaceEditor => "WORKSPACE_EDITOR",
            Self::WorkspaceViewer => "WORKSPACE_VIEWER",
            Self::DeploymentAdmin => "DEPLOYMENT_ADMIN",
            Self::DeploymentEditor => "DEPLOYMENT_EDITOR",
            Self::DeploymentViewer => "DEPLOYMENT_VIEWER",
            Self::User => "USER",
            Self::Unrecognized(other) => other,
        }
    }
}
rt::enum_type! {
    Role
}
