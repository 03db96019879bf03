// Made by `cargo xtask codegen`: run it again instead of editing.

//! Enums. A value that the schema does not have is kept as text.
use crate::runtime as rt;
/// State of a deployment as the live status stream reports it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DeploymentStatusType {
    /// The platform does not know.
    Unknown,
    /// A change is being rolled out.
    Deploying,
    /// At least one part of the deployment does not work.
    Unhealthy,
    /// Everything is running.
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
/// Kind of object that a service account belongs to. Only the legacy operations use it.
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
    /// Each task runs in its own pod; extra AU make room for them.
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
    /// Whether the components of the deployment are up.
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
/// How the server's permission directive combines several permissions; no operation takes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Operator {
    /// All permissions are needed.
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
    /// Administers the platform: every system permission. Does not allow creating deployments by itself.
    SystemAdmin,
    /// Reads the whole platform. Changes roles, service accounts and variables. Deletes nothing.
    SystemEditor,
    /// Reads the whole platform, including variables. Changes nothing.
    SystemViewer,
    /// Full access to a workspace: its users, billing and service accounts, new deployments, and its deletion.
    WorkspaceAdmin,
    /// Changes a workspace, creates deployments and manages service accounts. Cannot manage users or billing, or delete it.
    WorkspaceEditor,
    /// Reads a workspace, its users, invites, service accounts and deployments.
    WorkspaceViewer,
    /// Full access to a deployment: its users, Airflow as admin, and its deletion.
    DeploymentAdmin,
    /// Changes a deployment, its variables and service accounts, and pushes images. Cannot manage users or delete it.
    DeploymentEditor,
    /// Reads a deployment, its logs, metrics, variables and service accounts.
    DeploymentViewer,
    /// Every signed-in user has it; it allows createWorkspace. Do not use it as an argument.
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
