// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// One available Airflow release, by id or image tag.
///
/// Selects by default: `channel`, `description`, `level`, `releaseDate`, `tag`, `url`, `version`.
///
/// Answers `Option<AirflowRelease>`: see [`AirflowRelease`](object::AirflowRelease).
///
/// Required: [`r#where`](AirflowRelease::where).
///
/// GraphQL: `airflowRelease(where: AirflowReleaseWhereUniqueInput!): AirflowRelease`
pub fn airflow_release() -> AirflowRelease {
    AirflowRelease(rt::Builder::new())
}
/// The builder of `airflowRelease`.
#[derive(Clone, Debug)]
#[must_use]
pub struct AirflowRelease<Where = rt::Unset<argument::r#where>>(rt::Builder<(Where,)>);
/// [`AirflowRelease`] with everything set that is required.
pub type AirflowReleaseReady = AirflowRelease<rt::Set>;
impl<Where> AirflowRelease<Where> {
    /// The release, by id or tag.
    ///
    /// Required. `where: AirflowReleaseWhereUniqueInput!`
    pub fn r#where(
        self,
        value: impl rt::IntoArgument<input::AirflowReleaseWhereUniqueInput>,
    ) -> AirflowRelease<rt::Set> {
        AirflowRelease(self.0.with("where", "AirflowReleaseWhereUniqueInput!", value))
    }
    /// Selects exactly this on the result, `AirflowRelease`.
    pub fn select<Selection: rt::Select<object::AirflowRelease>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::AirflowRelease, rt::Opt<rt::One>, Selection>
    where
        Where: required::r#where,
    {
        rt::Nested::new("airflowRelease", self.0.into_arguments(), selection)
    }
}
impl<Where: required::r#where> rt::RootField for AirflowRelease<Where> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::AirflowRelease,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::AirflowRelease>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// The available Airflow releases.
///
/// Selects by default: `channel`, `description`, `level`, `releaseDate`, `tag`, `url`, `version`.
///
/// Answers `Option<Vec<AirflowRelease>>`: see [`AirflowRelease`](object::AirflowRelease).
///
/// No argument is required.
///
/// GraphQL: `airflowReleases: [AirflowRelease]`
pub fn airflow_releases() -> AirflowReleases {
    AirflowReleases(rt::Builder::new())
}
/// The builder of `airflowReleases`.
#[derive(Clone, Debug)]
#[must_use]
pub struct AirflowReleases(rt::Builder<()>);
impl AirflowReleases {
    /// Selects exactly this on the result, `[AirflowRelease]`.
    pub fn select<Selection: rt::Select<object::AirflowRelease>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Query,
        object::AirflowRelease,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    > {
        rt::Nested::new("airflowReleases", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for AirflowReleases {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::AirflowRelease,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::AirflowRelease>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Version and switches of the platform. Needs no login.
///
/// Selects by default: `baseDomain`, `manualReleaseNames`, `smtpConfigured`, `version`.
///
/// Needs no token.
///
/// Answers `Option<AppConfig>`: see [`AppConfig`](object::AppConfig).
///
/// No argument is required.
///
/// GraphQL: `appConfig: AppConfig`
pub fn app_config() -> AppConfig {
    AppConfig(rt::Builder::new())
}
/// The builder of `appConfig`.
#[derive(Clone, Debug)]
#[must_use]
pub struct AppConfig(rt::Builder<()>);
impl AppConfig {
    /// Selects exactly this on the result, `AppConfig`.
    pub fn select<Selection: rt::Select<object::AppConfig>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::AppConfig, rt::Opt<rt::One>, Selection> {
        rt::Nested::new("appConfig", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for AppConfig {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::AppConfig,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::AppConfig>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Payment card of a workspace.
///
/// Selects by default: `billingEmail`, `brand`, `company`, `expMonth`, `expYear`, `last4`, `name`.
///
/// Needs the permission `workspace.billing.update`.
///
/// Answers `Option<Card>`: see [`Card`](object::Card).
///
/// Required: [`stripe_customer_id`](Card::stripe_customer_id), [`workspace_uuid`](Card::workspace_uuid).
///
/// GraphQL: `card(stripeCustomerId: String!, workspaceUuid: Uuid!): Card`
pub fn card() -> Card {
    Card(rt::Builder::new())
}
/// The builder of `card`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Card<
    StripeCustomerId = rt::Unset<argument::stripe_customer_id>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(StripeCustomerId, WorkspaceUuid)>,
);
/// [`Card`] with everything set that is required.
pub type CardReady = Card<rt::Set, rt::Set>;
impl<StripeCustomerId, WorkspaceUuid> Card<StripeCustomerId, WorkspaceUuid> {
    /// Customer id at Stripe.
    ///
    /// Required. `stripeCustomerId: String!`
    pub fn stripe_customer_id(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> Card<rt::Set, WorkspaceUuid> {
        Card(self.0.with("stripeCustomerId", "String!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> Card<StripeCustomerId, rt::Set> {
        Card(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `Card`.
    pub fn select<Selection: rt::Select<object::Card>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::Card, rt::Opt<rt::One>, Selection>
    where
        StripeCustomerId: required::stripe_customer_id,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("card", self.0.into_arguments(), selection)
    }
}
impl<
    StripeCustomerId: required::stripe_customer_id,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for Card<StripeCustomerId, WorkspaceUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::Card,
        rt::Opt<rt::One>,
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
/// A newer platform release, if there is one.
///
/// Selects by default: `description`, `level`, `releaseDate`, `url`, `version`.
///
/// Needs the permission `system.updates.get`.
///
/// Answers `Option<PlatformRelease>`: see [`PlatformRelease`](object::PlatformRelease).
///
/// No argument is required.
///
/// GraphQL: `updateAvailable: PlatformRelease`
pub fn update_available() -> UpdateAvailable {
    UpdateAvailable(rt::Builder::new())
}
/// The builder of `updateAvailable`.
#[derive(Clone, Debug)]
#[must_use]
pub struct UpdateAvailable(rt::Builder<()>);
impl UpdateAvailable {
    /// Selects exactly this on the result, `PlatformRelease`.
    pub fn select<Selection: rt::Select<object::PlatformRelease>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Query,
        object::PlatformRelease,
        rt::Opt<rt::One>,
        Selection,
    > {
        rt::Nested::new("updateAvailable", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for UpdateAvailable {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::PlatformRelease,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::PlatformRelease>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
