// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// A group of deployments with its own users, keys and billing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Workspace {
    /// Whether the workspace is in use, not suspended.
    pub active: ::core::option::Option<::core::primitive::bool>,
    /// Whether the platform bills this workspace.
    pub billing_enabled: ::core::option::Option<::core::primitive::bool>,
    /// When it was created.
    pub created_at: super::super::scalar::DateTime,
    /// Free text about the workspace.
    pub description: ::core::option::Option<::std::string::String>,
    /// Id of the workspace: the `workspaceUuid` of other operations.
    pub id: ::std::string::String,
    /// Name shown to people.
    pub label: ::core::option::Option<::std::string::String>,
    /// Whether features are held back until payment is set up.
    pub paywall_enabled: ::core::option::Option<::core::primitive::bool>,
    /// Further properties as a JSON object.
    pub properties: ::core::option::Option<rt::Value>,
    /// Customer at the payment provider Stripe.
    pub stripe_customer_id: ::core::option::Option<::std::string::String>,
    /// When the trial ends.
    pub trial_ends_at: ::core::option::Option<super::super::scalar::DateTime>,
    /// When it was last changed.
    pub updated_at: super::super::scalar::DateTime,
}
impl rt::Object for Workspace {
    type Scope = super::super::object::Workspace;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::std::string::String>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<rt::Value>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<super::super::scalar::DateTime>>,
        ::core::option::Option<super::super::scalar::DateTime>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
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
            6 => slots.6 = ::core::option::Option::Some(map.next_value()?),
            7 => {
                slots.7 = ::core::option::Option::Some(
                    <rt::Json as rt::Read<_>>::read(map)?,
                );
            }
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
            active: rt::missing_key(slots.0, 0)?,
            billing_enabled: rt::missing_key(slots.1, 1)?,
            created_at: rt::missing_key(slots.2, 2)?,
            description: rt::missing_key(slots.3, 3)?,
            id: rt::missing_key(slots.4, 4)?,
            label: rt::missing_key(slots.5, 5)?,
            paywall_enabled: rt::missing_key(slots.6, 6)?,
            properties: rt::missing_key(slots.7, 7)?,
            stripe_customer_id: rt::missing_key(slots.8, 8)?,
            trial_ends_at: rt::missing_key(slots.9, 9)?,
            updated_at: rt::missing_key(slots.10, 10)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("active", &self.active)?;
        map.serialize_entry("billingEnabled", &self.billing_enabled)?;
        map.serialize_entry("createdAt", &self.created_at)?;
        map.serialize_entry("description", &self.description)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("label", &self.label)?;
        map.serialize_entry("paywallEnabled", &self.paywall_enabled)?;
        map.serialize_entry("properties", &self.properties)?;
        map.serialize_entry("stripeCustomerId", &self.stripe_customer_id)?;
        map.serialize_entry("trialEndsAt", &self.trial_ends_at)?;
        map.serialize_entry("updatedAt", &self.updated_at)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Workspace
}
pub mod workspace {
    //! The fields of [`Workspace`](super::Workspace), to select from.
    use super::rt;
    /// Whether the workspace is in use, not suspended.
    pub const active: rt::Leaf<
        super::super::super::object::Workspace,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("active");
    /// Whether the platform bills this workspace.
    pub const billing_enabled: rt::Leaf<
        super::super::super::object::Workspace,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("billingEnabled");
    /// When it was created.
    pub const created_at: rt::Leaf<
        super::super::super::object::Workspace,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("createdAt");
    /// Its deployments. Through 0.16 empty except in workspace and workspaces.
    pub const deployments: rt::Edge<
        super::super::super::object::Workspace,
        super::super::super::object::Deployment,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("deployments");
    /// Free text about the workspace.
    pub const description: rt::Leaf<
        super::super::super::object::Workspace,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("description");
    /// Id of the workspace: the `workspaceUuid` of other operations.
    pub const id: rt::Leaf<
        super::super::super::object::Workspace,
        ::std::string::String,
    > = rt::Leaf::new("id");
    /// One open invite; list all with workspaceInvites.
    pub const invites: rt::Edge<
        super::super::super::object::Workspace,
        super::super::super::object::Invite,
        rt::Opt<rt::One>,
    > = rt::Edge::new("invites");
    /// Name shown to people.
    pub const label: rt::Leaf<
        super::super::super::object::Workspace,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("label");
    /// Whether features are held back until payment is set up.
    pub const paywall_enabled: rt::Leaf<
        super::super::super::object::Workspace,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("paywallEnabled");
    /// Further properties as a JSON object.
    pub const properties: rt::Leaf<
        super::super::super::object::Workspace,
        ::core::option::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("properties");
    /// Who holds which role in the workspace.
    pub const role_bindings: rt::Edge<
        super::super::super::object::Workspace,
        super::super::super::object::RoleBinding,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("roleBindings");
    /// Service accounts of the workspace.
    pub const service_accounts: rt::Edge<
        super::super::super::object::Workspace,
        super::super::super::object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("serviceAccounts");
    /// Customer at the payment provider Stripe.
    pub const stripe_customer_id: rt::Leaf<
        super::super::super::object::Workspace,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("stripeCustomerId");
    /// When the trial ends.
    pub const trial_ends_at: rt::Leaf<
        super::super::super::object::Workspace,
        ::core::option::Option<super::super::super::scalar::DateTime>,
    > = rt::Leaf::new("trialEndsAt");
    /// When it was last changed.
    pub const updated_at: rt::Leaf<
        super::super::super::object::Workspace,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("updatedAt");
    /// Users with a role in the workspace.
    pub const users: rt::Edge<
        super::super::super::object::Workspace,
        super::super::super::object::User,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("users");
    /// What you may do in the workspace.
    pub const workspace_capabilities: rt::Edge<
        super::super::super::object::Workspace,
        super::super::super::object::WorkspaceCapabilities,
        rt::Opt<rt::One>,
    > = rt::Edge::new("workspaceCapabilities");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Workspace, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// What the caller may do in a workspace. All false in the answer of createWorkspace itself.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkspaceCapabilities {
    /// Whether you may create deployments in it.
    pub can_create_deployment: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may create service accounts in it.
    pub can_create_service_account: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may delete its service accounts.
    pub can_delete_service_account: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may remove its users.
    pub can_delete_user: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may delete it.
    pub can_delete_workspace: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may invite users to it.
    pub can_invite_user: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may change its card and billing.
    pub can_update_billing: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may change who has access.
    pub can_update_iam: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may change its service accounts.
    pub can_update_service_account: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may change its users.
    pub can_update_user: ::core::option::Option<::core::primitive::bool>,
    /// Whether you may change name and description.
    pub can_update_workspace: ::core::option::Option<::core::primitive::bool>,
}
impl rt::Object for WorkspaceCapabilities {
    type Scope = super::super::object::WorkspaceCapabilities;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
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
            can_create_deployment: rt::missing_key(slots.0, 0)?,
            can_create_service_account: rt::missing_key(slots.1, 1)?,
            can_delete_service_account: rt::missing_key(slots.2, 2)?,
            can_delete_user: rt::missing_key(slots.3, 3)?,
            can_delete_workspace: rt::missing_key(slots.4, 4)?,
            can_invite_user: rt::missing_key(slots.5, 5)?,
            can_update_billing: rt::missing_key(slots.6, 6)?,
            can_update_iam: rt::missing_key(slots.7, 7)?,
            can_update_service_account: rt::missing_key(slots.8, 8)?,
            can_update_user: rt::missing_key(slots.9, 9)?,
            can_update_workspace: rt::missing_key(slots.10, 10)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("canCreateDeployment", &self.can_create_deployment)?;
        map.serialize_entry(
            "canCreateServiceAccount",
            &self.can_create_service_account,
        )?;
        map.serialize_entry(
            "canDeleteServiceAccount",
            &self.can_delete_service_account,
        )?;
        map.serialize_entry("canDeleteUser", &self.can_delete_user)?;
        map.serialize_entry("canDeleteWorkspace", &self.can_delete_workspace)?;
        map.serialize_entry("canInviteUser", &self.can_invite_user)?;
        map.serialize_entry("canUpdateBilling", &self.can_update_billing)?;
        map.serialize_entry("canUpdateIAM", &self.can_update_iam)?;
        map.serialize_entry(
            "canUpdateServiceAccount",
            &self.can_update_service_account,
        )?;
        map.serialize_entry("canUpdateUser", &self.can_update_user)?;
        map.serialize_entry("canUpdateWorkspace", &self.can_update_workspace)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    WorkspaceCapabilities
}
pub mod workspace_capabilities {
    //! The fields of [`WorkspaceCapabilities`](super::WorkspaceCapabilities), to select from.
    use super::rt;
    /// Whether you may create deployments in it.
    pub const can_create_deployment: rt::Leaf<
        super::super::super::object::WorkspaceCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canCreateDeployment");
    /// Whether you may create service accounts in it.
    pub const can_create_service_account: rt::Leaf<
        super::super::super::object::WorkspaceCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canCreateServiceAccount");
    /// Whether you may delete its service accounts.
    pub const can_delete_service_account: rt::Leaf<
        super::super::super::object::WorkspaceCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canDeleteServiceAccount");
    /// Whether you may remove its users.
    pub const can_delete_user: rt::Leaf<
        super::super::super::object::WorkspaceCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canDeleteUser");
    /// Whether you may delete it.
    pub const can_delete_workspace: rt::Leaf<
        super::super::super::object::WorkspaceCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canDeleteWorkspace");
    /// Whether you may invite users to it.
    pub const can_invite_user: rt::Leaf<
        super::super::super::object::WorkspaceCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canInviteUser");
    /// Whether you may change its card and billing.
    pub const can_update_billing: rt::Leaf<
        super::super::super::object::WorkspaceCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canUpdateBilling");
    /// Whether you may change who has access.
    pub const can_update_iam: rt::Leaf<
        super::super::super::object::WorkspaceCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canUpdateIAM");
    /// Whether you may change its service accounts.
    pub const can_update_service_account: rt::Leaf<
        super::super::super::object::WorkspaceCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canUpdateServiceAccount");
    /// Whether you may change its users.
    pub const can_update_user: rt::Leaf<
        super::super::super::object::WorkspaceCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canUpdateUser");
    /// Whether you may change name and description.
    pub const can_update_workspace: rt::Leaf<
        super::super::super::object::WorkspaceCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canUpdateWorkspace");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::WorkspaceCapabilities, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
