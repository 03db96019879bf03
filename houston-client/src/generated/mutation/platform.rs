// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// Adds a payment card to a workspace; only where billing is on.
///
/// Selects by default: `billingEmail`, `brand`, `company`, `expMonth`, `expYear`, `last4`, `name`.
///
/// Needs the permission `workspace.billing.update`.
///
/// Answers [`Card`](super::super::object::Card).
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
    BillingEmail = rt::Unset<super::super::argument::billing_email>,
    Token = rt::Unset<super::super::argument::token>,
    WorkspaceUuid = rt::Unset<super::super::argument::workspace_uuid>,
>(
    rt::Builder<(BillingEmail, Token, WorkspaceUuid)>,
);
/// [`AddCard`] with everything set that is required.
pub type AddCardReady = AddCard<rt::Set, rt::Set, rt::Set>;
impl<BillingEmail, Token, WorkspaceUuid> AddCard<BillingEmail, Token, WorkspaceUuid> {
    /// Address that gets the bills.
    ///
    /// Required. `billingEmail: String!`
    pub fn billing_email(
        self,
        value: impl rt::IntoArgument<::std::string::String>,
    ) -> AddCard<rt::Set, Token, WorkspaceUuid> {
        AddCard(self.0.with("billingEmail", "String!", value))
    }
    /// Card token from Stripe.
    ///
    /// Required. `token: String!`
    pub fn token(
        self,
        value: impl rt::IntoArgument<::std::string::String>,
    ) -> AddCard<BillingEmail, rt::Set, WorkspaceUuid> {
        AddCard(self.0.with("token", "String!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> AddCard<BillingEmail, Token, rt::Set> {
        AddCard(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Company on the bill.
    ///
    /// `company: String`
    pub fn company(self, value: impl rt::IntoArgument<::std::string::String>) -> Self {
        Self(self.0.with("company", "String", value))
    }
    /// Sends null for `company`: not the same as not sending it.
    pub fn company_null(self) -> Self {
        Self(self.0.null("company", "String"))
    }
    /// As [`company`](Self::company), when there is a value.
    pub fn maybe_company(
        self,
        value: ::core::option::Option<impl rt::IntoArgument<::std::string::String>>,
    ) -> Self {
        Self(self.0.maybe("company", "String", value))
    }
}
impl<BillingEmail, Token, WorkspaceUuid> AddCard<BillingEmail, Token, WorkspaceUuid> {
    /// Selects exactly this on the result, `Card`.
    pub fn select<Selection: rt::Select<super::super::object::Card>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Mutation,
        super::super::object::Card,
        rt::One,
        Selection,
    >
    where
        BillingEmail: super::super::required::billing_email,
        Token: super::super::required::token,
        WorkspaceUuid: super::super::required::workspace_uuid,
    {
        rt::Nested::new("addCard", self.0.into_arguments(), selection)
    }
}
impl<
    BillingEmail: super::super::required::billing_email,
    Token: super::super::required::token,
    WorkspaceUuid: super::super::required::workspace_uuid,
> rt::RootField for AddCard<BillingEmail, Token, WorkspaceUuid> {
    type Root = super::super::object::Mutation;
    type Selection = rt::Nested<
        super::super::object::Mutation,
        super::super::object::Card,
        rt::One,
        rt::DefaultSelection<super::super::object::Card>,
    >;
    type Partial = rt::Nested<
        super::super::object::Mutation,
        super::super::object::Card,
        <rt::One as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::Card>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// Ties a workspace to a customer at Stripe.
///
/// Selects by default: `active`, `billingEnabled`, `createdAt`, `description`, `id`, `label`, `paywallEnabled`, `properties`, `stripeCustomerId`, `trialEndsAt`, `updatedAt`.
///
/// Needs the permission `system.workspace.addCustomerId`.
///
/// Answers [`Workspace`](super::super::object::Workspace).
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
    StripeCustomerId = rt::Unset<super::super::argument::stripe_customer_id>,
    WorkspaceUuid = rt::Unset<super::super::argument::workspace_uuid>,
>(
    rt::Builder<(StripeCustomerId, WorkspaceUuid)>,
);
/// [`AddCustomerId`] with everything set that is required.
pub type AddCustomerIdReady = AddCustomerId<rt::Set, rt::Set>;
impl<StripeCustomerId, WorkspaceUuid> AddCustomerId<StripeCustomerId, WorkspaceUuid> {
    /// Customer at Stripe.
    ///
    /// Required. `stripeCustomerId: String!`
    pub fn stripe_customer_id(
        self,
        value: impl rt::IntoArgument<::std::string::String>,
    ) -> AddCustomerId<rt::Set, WorkspaceUuid> {
        AddCustomerId(self.0.with("stripeCustomerId", "String!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> AddCustomerId<StripeCustomerId, rt::Set> {
        AddCustomerId(self.0.with("workspaceUuid", "Uuid!", value))
    }
}
impl<StripeCustomerId, WorkspaceUuid> AddCustomerId<StripeCustomerId, WorkspaceUuid> {
    /// Selects exactly this on the result, `Workspace`.
    pub fn select<Selection: rt::Select<super::super::object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Mutation,
        super::super::object::Workspace,
        rt::One,
        Selection,
    >
    where
        StripeCustomerId: super::super::required::stripe_customer_id,
        WorkspaceUuid: super::super::required::workspace_uuid,
    {
        rt::Nested::new("addCustomerId", self.0.into_arguments(), selection)
    }
}
impl<
    StripeCustomerId: super::super::required::stripe_customer_id,
    WorkspaceUuid: super::super::required::workspace_uuid,
> rt::RootField for AddCustomerId<StripeCustomerId, WorkspaceUuid> {
    type Root = super::super::object::Mutation;
    type Selection = rt::Nested<
        super::super::object::Mutation,
        super::super::object::Workspace,
        rt::One,
        rt::DefaultSelection<super::super::object::Workspace>,
    >;
    type Partial = rt::Nested<
        super::super::object::Mutation,
        super::super::object::Workspace,
        <rt::One as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::Workspace>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// Replaces the payment card of a workspace.
///
/// Selects by default: `billingEmail`, `brand`, `company`, `expMonth`, `expYear`, `last4`, `name`.
///
/// Needs the permission `workspace.billing.update`.
///
/// Answers [`Card`](super::super::object::Card).
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
    BillingEmail = rt::Unset<super::super::argument::billing_email>,
    Token = rt::Unset<super::super::argument::token>,
    WorkspaceUuid = rt::Unset<super::super::argument::workspace_uuid>,
>(
    rt::Builder<(BillingEmail, Token, WorkspaceUuid)>,
);
/// [`UpdateCard`] with everything set that is required.
pub type UpdateCardReady = UpdateCard<rt::Set, rt::Set, rt::Set>;
impl<BillingEmail, Token, WorkspaceUuid> UpdateCard<BillingEmail, Token, WorkspaceUuid> {
    /// Address that gets the bills.
    ///
    /// Required. `billingEmail: String!`
    pub fn billing_email(
        self,
        value: impl rt::IntoArgument<::std::string::String>,
    ) -> UpdateCard<rt::Set, Token, WorkspaceUuid> {
        UpdateCard(self.0.with("billingEmail", "String!", value))
    }
    /// Card token from Stripe.
    ///
    /// Required. `token: String!`
    pub fn token(
        self,
        value: impl rt::IntoArgument<::std::string::String>,
    ) -> UpdateCard<BillingEmail, rt::Set, WorkspaceUuid> {
        UpdateCard(self.0.with("token", "String!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> UpdateCard<BillingEmail, Token, rt::Set> {
        UpdateCard(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Company on the bill.
    ///
    /// `company: String`
    pub fn company(self, value: impl rt::IntoArgument<::std::string::String>) -> Self {
        Self(self.0.with("company", "String", value))
    }
    /// Sends null for `company`: not the same as not sending it.
    pub fn company_null(self) -> Self {
        Self(self.0.null("company", "String"))
    }
    /// As [`company`](Self::company), when there is a value.
    pub fn maybe_company(
        self,
        value: ::core::option::Option<impl rt::IntoArgument<::std::string::String>>,
    ) -> Self {
        Self(self.0.maybe("company", "String", value))
    }
}
impl<BillingEmail, Token, WorkspaceUuid> UpdateCard<BillingEmail, Token, WorkspaceUuid> {
    /// Selects exactly this on the result, `Card`.
    pub fn select<Selection: rt::Select<super::super::object::Card>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Mutation,
        super::super::object::Card,
        rt::One,
        Selection,
    >
    where
        BillingEmail: super::super::required::billing_email,
        Token: super::super::required::token,
        WorkspaceUuid: super::super::required::workspace_uuid,
    {
        rt::Nested::new("updateCard", self.0.into_arguments(), selection)
    }
}
impl<
    BillingEmail: super::super::required::billing_email,
    Token: super::super::required::token,
    WorkspaceUuid: super::super::required::workspace_uuid,
> rt::RootField for UpdateCard<BillingEmail, Token, WorkspaceUuid> {
    type Root = super::super::object::Mutation;
    type Selection = rt::Nested<
        super::super::object::Mutation,
        super::super::object::Card,
        rt::One,
        rt::DefaultSelection<super::super::object::Card>,
    >;
    type Partial = rt::Nested<
        super::super::object::Mutation,
        super::super::object::Card,
        <rt::One as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::Card>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
