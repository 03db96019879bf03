// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// A group of deployments with its own users, service accounts and billing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Workspace {
    /// Whether the workspace is active and not suspended.
    pub active: rt::Option<rt::bool>,
    /// Whether the platform bills this workspace.
    pub billing_enabled: rt::Option<rt::bool>,
    /// When it was created.
    pub created_at: scalar::DateTime,
    /// Free text about the workspace.
    pub description: rt::Option<rt::String>,
    /// Id of the workspace: the `workspaceUuid` of other operations.
    pub id: rt::String,
    /// Display name.
    pub label: rt::Option<rt::String>,
    /// Whether features are held back until payment is set up.
    pub paywall_enabled: rt::Option<rt::bool>,
    /// More properties, as a JSON object.
    pub properties: rt::Option<rt::Value>,
    /// Customer id at the payment provider Stripe.
    pub stripe_customer_id: rt::Option<rt::String>,
    /// When the trial ends.
    pub trial_ends_at: rt::Option<scalar::DateTime>,
    /// When it was last changed.
    pub updated_at: scalar::DateTime,
}
impl rt::Object for Workspace {
    type Scope = object::Workspace;
    type Values = (
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        scalar::DateTime,
        rt::Option<rt::String>,
        rt::String,
        rt::Option<rt::String>,
        rt::Option<rt::bool>,
        rt::AnyJson<rt::Option<rt::Value>>,
        rt::Option<rt::String>,
        rt::Option<scalar::DateTime>,
        scalar::DateTime,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "active",
        "billingEnabled",
        "createdAt",
        "description",
        "id",
        "label",
        "paywallEnabled",
        "properties",
        "stripeCustomerId",
        "trialEndsAt",
        "updatedAt",
    ];
    fn new(
        (
            active,
            billing_enabled,
            created_at,
            description,
            id,
            label,
            paywall_enabled,
            rt::AnyJson(properties),
            stripe_customer_id,
            trial_ends_at,
            updated_at,
        ): Self::Values,
    ) -> Self {
        Self {
            active,
            billing_enabled,
            created_at,
            description,
            id,
            label,
            paywall_enabled,
            properties,
            stripe_customer_id,
            trial_ends_at,
            updated_at,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.active,
                &self.billing_enabled,
                &self.created_at,
                &self.description,
                &self.id,
                &self.label,
                &self.paywall_enabled,
                &self.properties,
                &self.stripe_customer_id,
                &self.trial_ends_at,
                &self.updated_at,
            ),
            map,
        )
    }
}
rt::object_type! {
    Workspace
}
pub mod workspace {
    //! The fields of [`Workspace`](super::Workspace), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Whether the workspace is active and not suspended.
    pub const active: rt::Leaf<object::Workspace, rt::Option<rt::bool>> = rt::Leaf::new(
        "active",
    );
    /// Whether the platform bills this workspace.
    pub const billing_enabled: rt::Leaf<object::Workspace, rt::Option<rt::bool>> = rt::Leaf::new(
        "billingEnabled",
    );
    /// When it was created.
    pub const created_at: rt::Leaf<object::Workspace, scalar::DateTime> = rt::Leaf::new(
        "createdAt",
    );
    /// Its deployments. Through 0.16, empty except in workspace and workspaces.
    pub const deployments: rt::Edge<
        object::Workspace,
        object::Deployment,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("deployments");
    /// Free text about the workspace.
    pub const description: rt::Leaf<object::Workspace, rt::Option<rt::String>> = rt::Leaf::new(
        "description",
    );
    /// Id of the workspace: the `workspaceUuid` of other operations.
    pub const id: rt::Leaf<object::Workspace, rt::String> = rt::Leaf::new("id");
    /// One open invite; workspaceInvites lists all of them.
    pub const invites: rt::Edge<object::Workspace, object::Invite, rt::Opt<rt::One>> = rt::Edge::new(
        "invites",
    );
    /// Display name.
    pub const label: rt::Leaf<object::Workspace, rt::Option<rt::String>> = rt::Leaf::new(
        "label",
    );
    /// Whether features are held back until payment is set up.
    pub const paywall_enabled: rt::Leaf<object::Workspace, rt::Option<rt::bool>> = rt::Leaf::new(
        "paywallEnabled",
    );
    /// More properties, as a JSON object.
    pub const properties: rt::Leaf<object::Workspace, rt::Option<rt::Value>, rt::Json> = rt::Leaf::json(
        "properties",
    );
    /// Roles of users and service accounts in the workspace.
    pub const role_bindings: rt::Edge<
        object::Workspace,
        object::RoleBinding,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("roleBindings");
    /// Service accounts of the workspace.
    pub const service_accounts: rt::Edge<
        object::Workspace,
        object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("serviceAccounts");
    /// Customer id at the payment provider Stripe.
    pub const stripe_customer_id: rt::Leaf<object::Workspace, rt::Option<rt::String>> = rt::Leaf::new(
        "stripeCustomerId",
    );
    /// When the trial ends.
    pub const trial_ends_at: rt::Leaf<object::Workspace, rt::Option<scalar::DateTime>> = rt::Leaf::new(
        "trialEndsAt",
    );
    /// When it was last changed.
    pub const updated_at: rt::Leaf<object::Workspace, scalar::DateTime> = rt::Leaf::new(
        "updatedAt",
    );
    /// Users with a role in the workspace.
    pub const users: rt::Edge<
        object::Workspace,
        object::User,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("users");
    /// Your permissions in the workspace.
    pub const workspace_capabilities: rt::Edge<
        object::Workspace,
        object::WorkspaceCapabilities,
        rt::Opt<rt::One>,
    > = rt::Edge::new("workspaceCapabilities");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Workspace, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Permissions of the caller in a workspace. All false in the answer of createWorkspace.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkspaceCapabilities {
    /// Whether you may create deployments in it.
    pub can_create_deployment: rt::Option<rt::bool>,
    /// Whether you may create service accounts in it.
    pub can_create_service_account: rt::Option<rt::bool>,
    /// Whether you may delete its service accounts.
    pub can_delete_service_account: rt::Option<rt::bool>,
    /// Whether you may remove its users.
    pub can_delete_user: rt::Option<rt::bool>,
    /// Whether you may delete it.
    pub can_delete_workspace: rt::Option<rt::bool>,
    /// Whether you may invite users to it.
    pub can_invite_user: rt::Option<rt::bool>,
    /// Whether you may change its card and billing.
    pub can_update_billing: rt::Option<rt::bool>,
    /// Whether you may change who has access.
    pub can_update_iam: rt::Option<rt::bool>,
    /// Whether you may change its service accounts.
    pub can_update_service_account: rt::Option<rt::bool>,
    /// Whether you may change its users.
    pub can_update_user: rt::Option<rt::bool>,
    /// Whether you may change name and description.
    pub can_update_workspace: rt::Option<rt::bool>,
}
impl rt::Object for WorkspaceCapabilities {
    type Scope = object::WorkspaceCapabilities;
    type Values = (
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "canCreateDeployment",
        "canCreateServiceAccount",
        "canDeleteServiceAccount",
        "canDeleteUser",
        "canDeleteWorkspace",
        "canInviteUser",
        "canUpdateBilling",
        "canUpdateIAM",
        "canUpdateServiceAccount",
        "canUpdateUser",
        "canUpdateWorkspace",
    ];
    fn new(
        (
            can_create_deployment,
            can_create_service_account,
            can_delete_service_account,
            can_delete_user,
            can_delete_workspace,
            can_invite_user,
            can_update_billing,
            can_update_iam,
            can_update_service_account,
            can_update_user,
            can_update_workspace,
        ): Self::Values,
    ) -> Self {
        Self {
            can_create_deployment,
            can_create_service_account,
            can_delete_service_account,
            can_delete_user,
            can_delete_workspace,
            can_invite_user,
            can_update_billing,
            can_update_iam,
            can_update_service_account,
            can_update_user,
            can_update_workspace,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.can_create_deployment,
                &self.can_create_service_account,
                &self.can_delete_service_account,
                &self.can_delete_user,
                &self.can_delete_workspace,
                &self.can_invite_user,
                &self.can_update_billing,
                &self.can_update_iam,
                &self.can_update_service_account,
                &self.can_update_user,
                &self.can_update_workspace,
            ),
            map,
        )
    }
}
rt::object_type! {
    WorkspaceCapabilities
}
pub mod workspace_capabilities {
    //! The fields of [`WorkspaceCapabilities`](super::WorkspaceCapabilities), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Whether you may create deployments in it.
    pub const can_create_deployment: rt::Leaf<
        object::WorkspaceCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canCreateDeployment");
    /// Whether you may create service accounts in it.
    pub const can_create_service_account: rt::Leaf<
        object::WorkspaceCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canCreateServiceAccount");
    /// Whether you may delete its service accounts.
    pub const can_delete_service_account: rt::Leaf<
        object::WorkspaceCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canDeleteServiceAccount");
    /// Whether you may remove its users.
    pub const can_delete_user: rt::Leaf<
        object::WorkspaceCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canDeleteUser");
    /// Whether you may delete it.
    pub const can_delete_workspace: rt::Leaf<
        object::WorkspaceCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canDeleteWorkspace");
    /// Whether you may invite users to it.
    pub const can_invite_user: rt::Leaf<
        object::WorkspaceCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canInviteUser");
    /// Whether you may change its card and billing.
    pub const can_update_billing: rt::Leaf<
        object::WorkspaceCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canUpdateBilling");
    /// Whether you may change who has access.
    pub const can_update_iam: rt::Leaf<
        object::WorkspaceCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canUpdateIAM");
    /// Whether you may change its service accounts.
    pub const can_update_service_account: rt::Leaf<
        object::WorkspaceCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canUpdateServiceAccount");
    /// Whether you may change its users.
    pub const can_update_user: rt::Leaf<
        object::WorkspaceCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canUpdateUser");
    /// Whether you may change name and description.
    pub const can_update_workspace: rt::Leaf<
        object::WorkspaceCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canUpdateWorkspace");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::WorkspaceCapabilities, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
