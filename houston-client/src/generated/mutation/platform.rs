// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Adds a payment card to a workspace. Works only if billing is on.
///
/// Selects by default: `billingEmail`, `brand`, `company`, `expMonth`, `expYear`, `last4`, `name`.
///
/// Needs the permission `workspace.billing.update`.
///
/// Answers [`Card`](object::Card).
///
/// Required: [`billing_email`](AddCard::billing_email), [`token`](AddCard::token), [`workspace_uuid`](AddCard::workspace_uuid).
///
/// GraphQL: `addCard(billingEmail: String!, token: String!, workspaceUuid: Uuid!, company: String): Card`
pub fn add_card() -> AddCard {
    AddCard(rt::Builder::new())
}
/// The builder of `addCard`.
#[derive(Clone, Debug)]
#[must_use]
pub struct AddCard<
    BillingEmail = rt::Unset<argument::billing_email>,
    Token = rt::Unset<argument::token>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(BillingEmail, Token, WorkspaceUuid)>,
);
/// [`AddCard`] with everything set that is required.
pub type AddCardReady = AddCard<rt::Set, rt::Set, rt::Set>;
impl<BillingEmail, Token, WorkspaceUuid> AddCard<BillingEmail, Token, WorkspaceUuid> {
    /// Email address that receives the bills.
    ///
    /// Required. `billingEmail: String!`
    pub fn billing_email(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> AddCard<rt::Set, Token, WorkspaceUuid> {
        AddCard(self.0.with("billingEmail", "String!", value))
    }
    /// Card token from Stripe.
    ///
    /// Required. `token: String!`
    pub fn token(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> AddCard<BillingEmail, rt::Set, WorkspaceUuid> {
        AddCard(self.0.with("token", "String!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> AddCard<BillingEmail, Token, rt::Set> {
        AddCard(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Company name on the bill.
    ///
    /// `company: String`
    pub fn company(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("company", "String", value))
    }
    /// Sends null for `company`: not the same as not sending it.
    pub fn company_null(self) -> Self {
        Self(self.0.null("company", "String"))
    }
    /// As [`company`](Self::company), when there is a value.
    pub fn maybe_company(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("company", "String", value))
    }
    /// Selects exactly this on the result, `Card`.
    pub fn select<Selection: rt::Select<object::Card>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Card, rt::One, Selection>
    where
        BillingEmail: required::billing_email,
        Token: required::token,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("addCard", self.0.into_arguments(), selection)
    }
}
impl<
    BillingEmail: required::billing_email,
    Token: required::token,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for AddCard<BillingEmail, Token, WorkspaceUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Card,
        rt::One,
        rt::DefaultSelection<object::Card>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Links a workspace to a customer at Stripe.
///
/// Selects by default: `active`, `billingEnabled`, `createdAt`, `description`, `id`, `label`, `paywallEnabled`, `properties`, `stripeCustomerId`, `trialEndsAt`, `updatedAt`.
///
/// Needs the permission `system.workspace.addCustomerId`.
///
/// Answers [`Workspace`](object::Workspace).
///
/// Required: [`stripe_customer_id`](AddCustomerId::stripe_customer_id), [`workspace_uuid`](AddCustomerId::workspace_uuid).
///
/// GraphQL: `addCustomerId(stripeCustomerId: String!, workspaceUuid: Uuid!): Workspace`
pub fn add_customer_id() -> AddCustomerId {
    AddCustomerId(rt::Builder::new())
}
/// The builder of `addCustomerId`.
#[derive(Clone, Debug)]
#[must_use]
pub struct AddCustomerId<
    StripeCustomerId = rt::Unset<argument::stripe_customer_id>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(StripeCustomerId, WorkspaceUuid)>,
);
/// [`AddCustomerId`] with everything set that is required.
pub type AddCustomerIdReady = AddCustomerId<rt::Set, rt::Set>;
impl<StripeCustomerId, WorkspaceUuid> AddCustomerId<StripeCustomerId, WorkspaceUuid> {
    /// Customer id at Stripe.
    ///
    /// Required. `stripeCustomerId: String!`
    pub fn stripe_customer_id(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> AddCustomerId<rt::Set, WorkspaceUuid> {
        AddCustomerId(self.0.with("stripeCustomerId", "String!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> AddCustomerId<StripeCustomerId, rt::Set> {
        AddCustomerId(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `Workspace`.
    pub fn select<Selection: rt::Select<object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Workspace, rt::One, Selection>
    where
        StripeCustomerId: required::stripe_customer_id,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("addCustomerId", self.0.into_arguments(), selection)
    }
}
impl<
    StripeCustomerId: required::stripe_customer_id,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for AddCustomerId<StripeCustomerId, WorkspaceUuid> {
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
/// Replaces the payment card of a workspace.
///
/// Selects by default: `billingEmail`, `brand`, `company`, `expMonth`, `expYear`, `last4`, `name`.
///
/// Needs the permission `workspace.billing.update`.
///
/// Answers [`Card`](object::Card).
///
/// Required: [`billing_email`](UpdateCard::billing_email), [`token`](UpdateCard::token), [`workspace_uuid`](UpdateCard::workspace_uuid).
///
/// GraphQL: `updateCard(billingEmail: String!, token: String!, workspaceUuid: Uuid!, company: String): Card`
pub fn update_card() -> UpdateCard {
    UpdateCard(rt::Builder::new())
}
/// The builder of `updateCard`.
#[derive(Clone, Debug)]
#[must_use]
pub struct UpdateCard<
    BillingEmail = rt::Unset<argument::billing_email>,
    Token = rt::Unset<argument::token>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(BillingEmail, Token, WorkspaceUuid)>,
);
/// [`UpdateCard`] with everything set that is required.
pub type UpdateCardReady = UpdateCard<rt::Set, rt::Set, rt::Set>;
impl<BillingEmail, Token, WorkspaceUuid> UpdateCard<BillingEmail, Token, WorkspaceUuid> {
    /// Email address that receives the bills.
    ///
    /// Required. `billingEmail: String!`
    pub fn billing_email(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> UpdateCard<rt::Set, Token, WorkspaceUuid> {
        UpdateCard(self.0.with("billingEmail", "String!", value))
    }
    /// Card token from Stripe.
    ///
    /// Required. `token: String!`
    pub fn token(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> UpdateCard<BillingEmail, rt::Set, WorkspaceUuid> {
        UpdateCard(self.0.with("token", "String!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> UpdateCard<BillingEmail, Token, rt::Set> {
        UpdateCard(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Company name on the bill.
    ///
    /// `company: String`
    pub fn company(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("company", "String", value))
    }
    /// Sends null for `company`: not the same as not sending it.
    pub fn company_null(self) -> Self {
        Self(self.0.null("company", "String"))
    }
    /// As [`company`](Self::company), when there is a value.
    pub fn maybe_company(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("company", "String", value))
    }
    /// Selects exactly this on the result, `Card`.
    pub fn select<Selection: rt::Select<object::Card>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Card, rt::One, Selection>
    where
        BillingEmail: required::billing_email,
        Token: required::token,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("updateCard", self.0.into_arguments(), selection)
    }
}
impl<
    BillingEmail: required::billing_email,
    Token: required::token,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for UpdateCard<BillingEmail, Token, WorkspaceUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Card,
        rt::One,
        rt::DefaultSelection<object::Card>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
