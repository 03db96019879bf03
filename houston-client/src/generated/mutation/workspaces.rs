// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Creates a workspace and makes you its admin. Up to about 0.20, it fails for service accounts.
///
/// Selects by default: `active`, `billingEnabled`, `createdAt`, `description`, `id`, `label`, `paywallEnabled`, `properties`, `stripeCustomerId`, `trialEndsAt`, `updatedAt`.
///
/// Beware: Labels do not have to be unique; some releases remove the first role of the service account that creates a workspace, so read its roles again.
///
/// Needs the permission `system.workspace.create`.
///
/// Answers [`Workspace`](object::Workspace).
///
/// Required: [`label`](CreateWorkspace::label).
///
/// GraphQL: `createWorkspace(label: String!, description: String): Workspace`
pub fn create_workspace() -> CreateWorkspace {
    CreateWorkspace(rt::Builder::new())
}
/// The builder of `createWorkspace`.
#[derive(Clone, Debug)]
#[must_use]
pub struct CreateWorkspace<Label = rt::Unset<argument::label>>(rt::Builder<(Label,)>);
/// [`CreateWorkspace`] with everything set that is required.
pub type CreateWorkspaceReady = CreateWorkspace<rt::Set>;
impl<Label> CreateWorkspace<Label> {
    /// Display name.
    ///
    /// Required. `label: String!`
    pub fn label(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> CreateWorkspace<rt::Set> {
        CreateWorkspace(self.0.with("label", "String!", value))
    }
    /// Free text about the workspace.
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
    /// Selects exactly this on the result, `Workspace`.
    pub fn select<Selection: rt::Select<object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Workspace, rt::One, Selection>
    where
        Label: required::label,
    {
        rt::Nested::new("createWorkspace", self.0.into_arguments(), selection)
    }
}
impl<Label: required::label> rt::RootField for CreateWorkspace<Label> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Workspace,
        rt::One,
        rt::DefaultSelection<object::Workspace>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Deletes a workspace. Delete its deployments first: they can continue to run without a workspace.
///
/// Selects by default: `id`.
///
/// Beware: Delete its deployments first: they can continue to run without a workspace.
///
/// Needs the permission `workspace.config.delete` or `system.workspace.delete`.
///
/// Answers [`DeleteWorkspacePayload`](DeleteWorkspacePayload).
///
/// Required: [`workspace_uuid`](DeleteWorkspace::workspace_uuid).
///
/// GraphQL: `deleteWorkspace(workspaceUuid: Uuid!): Workspace`
pub fn delete_workspace() -> DeleteWorkspace {
    DeleteWorkspace(rt::Builder::new())
}
/// The builder of `deleteWorkspace`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeleteWorkspace<WorkspaceUuid = rt::Unset<argument::workspace_uuid>>(
    rt::Builder<(WorkspaceUuid,)>,
);
/// [`DeleteWorkspace`] with everything set that is required.
pub type DeleteWorkspaceReady = DeleteWorkspace<rt::Set>;
impl<WorkspaceUuid> DeleteWorkspace<WorkspaceUuid> {
    /// Id of the workspace to delete.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeleteWorkspace<rt::Set> {
        DeleteWorkspace(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `Workspace`.
    pub fn select<Selection: rt::Select<object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Workspace, rt::One, Selection>
    where
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("deleteWorkspace", self.0.into_arguments(), selection)
    }
}
/// What `deleteWorkspace` answers by default.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspacePayload {
    /// Id of the workspace: the `workspaceUuid` of other operations.
    pub id: rt::String,
}
impl rt::Object for DeleteWorkspacePayload {
    type Scope = object::Workspace;
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
    DeleteWorkspacePayload
}
impl<WorkspaceUuid: required::workspace_uuid> rt::RootField
for DeleteWorkspace<WorkspaceUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Workspace,
        rt::One,
        rt::DefaultSelection<DeleteWorkspacePayload>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Extends the trial of a workspace. Each call adds the days again.
///
/// Selects by default: `active`, `billingEnabled`, `createdAt`, `description`, `id`, `label`, `paywallEnabled`, `properties`, `stripeCustomerId`, `trialEndsAt`, `updatedAt`.
///
/// Beware: Each call adds the days again.
///
/// Needs the permission `system.workspace.extendTrial`.
///
/// Answers [`Workspace`](object::Workspace).
///
/// Required: [`extra_days`](ExtendWorkspaceTrial::extra_days), [`workspace_uuid`](ExtendWorkspaceTrial::workspace_uuid).
///
/// GraphQL: `extendWorkspaceTrial(extraDays: Int!, workspaceUuid: Uuid!): Workspace`
pub fn extend_workspace_trial() -> ExtendWorkspaceTrial {
    ExtendWorkspaceTrial(rt::Builder::new())
}
/// The builder of `extendWorkspaceTrial`.
#[derive(Clone, Debug)]
#[must_use]
pub struct ExtendWorkspaceTrial<
    ExtraDays = rt::Unset<argument::extra_days>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(ExtraDays, WorkspaceUuid)>,
);
/// [`ExtendWorkspaceTrial`] with everything set that is required.
pub type ExtendWorkspaceTrialReady = ExtendWorkspaceTrial<rt::Set, rt::Set>;
impl<ExtraDays, WorkspaceUuid> ExtendWorkspaceTrial<ExtraDays, WorkspaceUuid> {
    /// Number of days to add.
    ///
    /// Required. `extraDays: Int!`
    pub fn extra_days(
        self,
        value: impl rt::IntoArgument<rt::i32>,
    ) -> ExtendWorkspaceTrial<rt::Set, WorkspaceUuid> {
        ExtendWorkspaceTrial(self.0.with("extraDays", "Int!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> ExtendWorkspaceTrial<ExtraDays, rt::Set> {
        ExtendWorkspaceTrial(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `Workspace`.
    pub fn select<Selection: rt::Select<object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Workspace, rt::One, Selection>
    where
        ExtraDays: required::extra_days,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("extendWorkspaceTrial", self.0.into_arguments(), selection)
    }
}
impl<
    ExtraDays: required::extra_days,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for ExtendWorkspaceTrial<ExtraDays, WorkspaceUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Workspace,
        rt::One,
        rt::DefaultSelection<object::Workspace>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Suspends a workspace, or lifts its suspension. A suspended workspace accepts no new deployments.
///
/// Selects by default: `active`, `billingEnabled`, `createdAt`, `description`, `id`, `label`, `paywallEnabled`, `properties`, `stripeCustomerId`, `trialEndsAt`, `updatedAt`.
///
/// Needs the permission `system.workspace.suspend`.
///
/// Answers [`Workspace`](object::Workspace).
///
/// Required: [`is_suspended`](SuspendWorkspace::is_suspended), [`workspace_uuid`](SuspendWorkspace::workspace_uuid).
///
/// GraphQL: `suspendWorkspace(isSuspended: Boolean!, workspaceUuid: Uuid!): Workspace`
pub fn suspend_workspace() -> SuspendWorkspace {
    SuspendWorkspace(rt::Builder::new())
}
/// The builder of `suspendWorkspace`.
#[derive(Clone, Debug)]
#[must_use]
pub struct SuspendWorkspace<
    IsSuspended = rt::Unset<argument::is_suspended>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(IsSuspended, WorkspaceUuid)>,
);
/// [`SuspendWorkspace`] with everything set that is required.
pub type SuspendWorkspaceReady = SuspendWorkspace<rt::Set, rt::Set>;
impl<IsSuspended, WorkspaceUuid> SuspendWorkspace<IsSuspended, WorkspaceUuid> {
    /// True to suspend, false to lift.
    ///
    /// Required. `isSuspended: Boolean!`
    pub fn is_suspended(
        self,
        value: impl rt::IntoArgument<rt::bool>,
    ) -> SuspendWorkspace<rt::Set, WorkspaceUuid> {
        SuspendWorkspace(self.0.with("isSuspended", "Boolean!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> SuspendWorkspace<IsSuspended, rt::Set> {
        SuspendWorkspace(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `Workspace`.
    pub fn select<Selection: rt::Select<object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Workspace, rt::One, Selection>
    where
        IsSuspended: required::is_suspended,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("suspendWorkspace", self.0.into_arguments(), selection)
    }
}
impl<
    IsSuspended: required::is_suspended,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for SuspendWorkspace<IsSuspended, WorkspaceUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Workspace,
        rt::One,
        rt::DefaultSelection<object::Workspace>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Changes the label or description of a workspace.
///
/// Selects by default: `active`, `billingEnabled`, `createdAt`, `description`, `id`, `label`, `paywallEnabled`, `properties`, `stripeCustomerId`, `trialEndsAt`, `updatedAt`.
///
/// Beware: Keys of payload other than label and description are dropped without an error.
///
/// Needs the permission `workspace.config.update`.
///
/// Answers [`Workspace`](object::Workspace).
///
/// Required: [`payload`](UpdateWorkspace::payload), [`workspace_uuid`](UpdateWorkspace::workspace_uuid).
///
/// GraphQL: `updateWorkspace(payload: JSON!, workspaceUuid: Uuid!): Workspace`
pub fn update_workspace() -> UpdateWorkspace {
    UpdateWorkspace(rt::Builder::new())
}
/// The builder of `updateWorkspace`.
#[derive(Clone, Debug)]
#[must_use]
pub struct UpdateWorkspace<
    Payload = rt::Unset<argument::payload>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(Payload, WorkspaceUuid)>,
);
/// [`UpdateWorkspace`] with everything set that is required.
pub type UpdateWorkspaceReady = UpdateWorkspace<rt::Set, rt::Set>;
impl<Payload, WorkspaceUuid> UpdateWorkspace<Payload, WorkspaceUuid> {
    /// Object with `label`, `description` or both; other keys are dropped without an error.
    ///
    /// Required. `payload: JSON!`
    pub fn payload(
        self,
        value: impl rt::IntoArgument<rt::Value>,
    ) -> UpdateWorkspace<rt::Set, WorkspaceUuid> {
        UpdateWorkspace(self.0.with("payload", "JSON!", value))
    }
    /// Id of the workspace to change.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> UpdateWorkspace<Payload, rt::Set> {
        UpdateWorkspace(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `Workspace`.
    pub fn select<Selection: rt::Select<object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Workspace, rt::One, Selection>
    where
        Payload: required::payload,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("updateWorkspace", self.0.into_arguments(), selection)
    }
}
impl<Payload: required::payload, WorkspaceUuid: required::workspace_uuid> rt::RootField
for UpdateWorkspace<Payload, WorkspaceUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Workspace,
        rt::One,
        rt::DefaultSelection<object::Workspace>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
