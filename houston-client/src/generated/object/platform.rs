// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// An Airflow image that a deployment can start from.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AirflowImage {
    /// Release channel of the image.
    pub channel: rt::Option<rt::String>,
    /// Image tag.
    pub tag: rt::Option<rt::String>,
    /// Airflow version inside the image.
    pub version: rt::Option<rt::String>,
}
impl rt::Object for AirflowImage {
    type Scope = object::AirflowImage;
    type Values = (
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
    );
    const KEYS: &'static [&'static rt::str] = &["channel", "tag", "version"];
    fn new((channel, tag, version): Self::Values) -> Self {
        Self { channel, tag, version }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(&self.channel, &self.tag, &self.version),
            map,
        )
    }
}
rt::object_type! {
    AirflowImage
}
pub mod airflow_image {
    //! The fields of [`AirflowImage`](super::AirflowImage), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Release channel of the image.
    pub const channel: rt::Leaf<object::AirflowImage, rt::Option<rt::String>> = rt::Leaf::new(
        "channel",
    );
    /// Image tag.
    pub const tag: rt::Leaf<object::AirflowImage, rt::Option<rt::String>> = rt::Leaf::new(
        "tag",
    );
    /// Airflow version inside the image.
    pub const version: rt::Leaf<object::AirflowImage, rt::Option<rt::String>> = rt::Leaf::new(
        "version",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AirflowImage, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// An available Airflow release.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AirflowRelease {
    /// Release channel.
    pub channel: rt::Option<rt::String>,
    /// Contents of the release.
    pub description: rt::Option<rt::String>,
    /// Severity or weight of the release, in the server's words.
    pub level: rt::Option<rt::String>,
    /// When it was released.
    pub release_date: scalar::DateTime,
    /// Image tag; airflowRelease finds a release by it.
    pub tag: rt::String,
    /// URL of the release notes.
    pub url: rt::Option<rt::String>,
    /// Airflow version: a value for updateDeploymentAirflow.
    pub version: rt::Option<rt::String>,
}
impl rt::Object for AirflowRelease {
    type Scope = object::AirflowRelease;
    type Values = (
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        scalar::DateTime,
        rt::String,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "channel",
        "description",
        "level",
        "releaseDate",
        "tag",
        "url",
        "version",
    ];
    fn new(
        (channel, description, level, release_date, tag, url, version): Self::Values,
    ) -> Self {
        Self {
            channel,
            description,
            level,
            release_date,
            tag,
            url,
            version,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.channel,
                &self.description,
                &self.level,
                &self.release_date,
                &self.tag,
                &self.url,
                &self.version,
            ),
            map,
        )
    }
}
rt::object_type! {
    AirflowRelease
}
pub mod airflow_release {
    //! The fields of [`AirflowRelease`](super::AirflowRelease), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Release channel.
    pub const channel: rt::Leaf<object::AirflowRelease, rt::Option<rt::String>> = rt::Leaf::new(
        "channel",
    );
    /// Contents of the release.
    pub const description: rt::Leaf<object::AirflowRelease, rt::Option<rt::String>> = rt::Leaf::new(
        "description",
    );
    /// Severity or weight of the release, in the server's words.
    pub const level: rt::Leaf<object::AirflowRelease, rt::Option<rt::String>> = rt::Leaf::new(
        "level",
    );
    /// When it was released.
    pub const release_date: rt::Leaf<object::AirflowRelease, scalar::DateTime> = rt::Leaf::new(
        "releaseDate",
    );
    /// Image tag; airflowRelease finds a release by it.
    pub const tag: rt::Leaf<object::AirflowRelease, rt::String> = rt::Leaf::new("tag");
    /// URL of the release notes.
    pub const url: rt::Leaf<object::AirflowRelease, rt::Option<rt::String>> = rt::Leaf::new(
        "url",
    );
    /// Airflow version: a value for updateDeploymentAirflow.
    pub const version: rt::Leaf<object::AirflowRelease, rt::Option<rt::String>> = rt::Leaf::new(
        "version",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AirflowRelease, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Version and switches of the platform.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AppConfig {
    /// Base domain; the API is at `houston.` plus this domain, path `/v1`.
    pub base_domain: rt::Option<rt::String>,
    /// Whether createDeployment accepts a release name from you.
    pub manual_release_names: rt::Option<rt::bool>,
    /// Whether the platform can send email, such as invites.
    pub smtp_configured: rt::Option<rt::bool>,
    /// Platform version, such as `0.23.13`, with an optional pre-release suffix.
    pub version: rt::Option<rt::String>,
}
impl rt::Object for AppConfig {
    type Scope = object::AppConfig;
    type Values = (
        rt::Option<rt::String>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::String>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "baseDomain",
        "manualReleaseNames",
        "smtpConfigured",
        "version",
    ];
    fn new(
        (base_domain, manual_release_names, smtp_configured, version): Self::Values,
    ) -> Self {
        Self {
            base_domain,
            manual_release_names,
            smtp_configured,
            version,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.base_domain,
                &self.manual_release_names,
                &self.smtp_configured,
                &self.version,
            ),
            map,
        )
    }
}
rt::object_type! {
    AppConfig
}
pub mod app_config {
    //! The fields of [`AppConfig`](super::AppConfig), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Base domain; the API is at `houston.` plus this domain, path `/v1`.
    pub const base_domain: rt::Leaf<object::AppConfig, rt::Option<rt::String>> = rt::Leaf::new(
        "baseDomain",
    );
    /// Whether logs come from Elasticsearch.
    pub const elastic_search_enabled: rt::Leaf<
        object::AppConfig,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("elasticSearchEnabled");
    /// Whether createDeployment accepts a release name from you.
    pub const manual_release_names: rt::Leaf<object::AppConfig, rt::Option<rt::bool>> = rt::Leaf::new(
        "manualReleaseNames",
    );
    /// Whether metrics come from Prometheus.
    pub const prometheus_enabled: rt::Leaf<object::AppConfig, rt::Option<rt::bool>> = rt::Leaf::new(
        "prometheusEnabled",
    );
    /// Whether the platform can send email, such as invites.
    pub const smtp_configured: rt::Leaf<object::AppConfig, rt::Option<rt::bool>> = rt::Leaf::new(
        "smtpConfigured",
    );
    /// Platform version, such as `0.23.13`, with an optional pre-release suffix.
    pub const version: rt::Leaf<object::AppConfig, rt::Option<rt::String>> = rt::Leaf::new(
        "version",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AppConfig, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A payment card.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Card {
    /// Email address that receives the bills.
    pub billing_email: rt::Option<rt::String>,
    /// Brand of the card.
    pub brand: rt::Option<rt::String>,
    /// Company name on the bill.
    pub company: rt::Option<rt::String>,
    /// Month in which the card expires, 1 to 12.
    pub exp_month: rt::Option<rt::i32>,
    /// Year in which the card expires.
    pub exp_year: rt::Option<rt::i32>,
    /// Last four digits.
    pub last4: rt::Option<rt::String>,
    /// Name on the card.
    pub name: rt::Option<rt::String>,
}
impl rt::Object for Card {
    type Scope = object::Card;
    type Values = (
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<rt::i32>,
        rt::Option<rt::i32>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "billingEmail",
        "brand",
        "company",
        "expMonth",
        "expYear",
        "last4",
        "name",
    ];
    fn new(
        (billing_email, brand, company, exp_month, exp_year, last4, name): Self::Values,
    ) -> Self {
        Self {
            billing_email,
            brand,
            company,
            exp_month,
            exp_year,
            last4,
            name,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.billing_email,
                &self.brand,
                &self.company,
                &self.exp_month,
                &self.exp_year,
                &self.last4,
                &self.name,
            ),
            map,
        )
    }
}
rt::object_type! {
    Card
}
pub mod card {
    //! The fields of [`Card`](super::Card), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Email address that receives the bills.
    pub const billing_email: rt::Leaf<object::Card, rt::Option<rt::String>> = rt::Leaf::new(
        "billingEmail",
    );
    /// Brand of the card.
    pub const brand: rt::Leaf<object::Card, rt::Option<rt::String>> = rt::Leaf::new(
        "brand",
    );
    /// Company name on the bill.
    pub const company: rt::Leaf<object::Card, rt::Option<rt::String>> = rt::Leaf::new(
        "company",
    );
    /// Month in which the card expires, 1 to 12.
    pub const exp_month: rt::Leaf<object::Card, rt::Option<rt::i32>> = rt::Leaf::new(
        "expMonth",
    );
    /// Year in which the card expires.
    pub const exp_year: rt::Leaf<object::Card, rt::Option<rt::i32>> = rt::Leaf::new(
        "expYear",
    );
    /// Last four digits.
    pub const last4: rt::Leaf<object::Card, rt::Option<rt::String>> = rt::Leaf::new(
        "last4",
    );
    /// Name on the card.
    pub const name: rt::Leaf<object::Card, rt::Option<rt::String>> = rt::Leaf::new(
        "name",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Card, rt::String> = rt::Leaf::new("__typename");
}
/// Mutations. Several in one document run in order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mutation {
    /// The name of the object's type.
    pub typename: rt::String,
}
impl rt::Object for Mutation {
    type Scope = object::Mutation;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["__typename"];
    fn new((typename,): Self::Values) -> Self {
        Self { typename }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.typename,), map)
    }
}
rt::object_type! {
    Mutation
}
impl rt::Root for Mutation {
    const KIND: rt::OperationKind = rt::OperationKind::Mutation;
    const IDEMPOTENT: &'static [&'static rt::str] = &[
        "deleteDeployment",
        "deleteSystemRoleBinding",
        "deploymentAlertsUpdate",
        "updateDeployment",
        "updateDeploymentServiceAccount",
        "updateDeploymentVariables",
        "updateSelf",
        "updateServiceAccount",
        "updateWorkspace",
        "updateWorkspaceServiceAccount",
        "workspaceUpdateUserRole",
    ];
    const SECRETS: &'static [rt::OperationSecrets] = &[
        ("addCard", &["token"]),
        ("confirmEmail", &["token"]),
        ("createToken", &["password"]),
        ("createUser", &["inviteToken", "password"]),
        ("resetPassword", &["password", "token"]),
        ("updateCard", &["token"]),
    ];
}
/// A release of the platform itself.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlatformRelease {
    /// Contents of the release.
    pub description: rt::Option<rt::String>,
    /// Severity or weight of the release, in the server's words.
    pub level: rt::Option<rt::String>,
    /// When it was released.
    pub release_date: scalar::DateTime,
    /// URL of the release notes.
    pub url: rt::Option<rt::String>,
    /// Platform version.
    pub version: rt::Option<rt::String>,
}
impl rt::Object for PlatformRelease {
    type Scope = object::PlatformRelease;
    type Values = (
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        scalar::DateTime,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "description",
        "level",
        "releaseDate",
        "url",
        "version",
    ];
    fn new((description, level, release_date, url, version): Self::Values) -> Self {
        Self {
            description,
            level,
            release_date,
            url,
            version,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.description,
                &self.level,
                &self.release_date,
                &self.url,
                &self.version,
            ),
            map,
        )
    }
}
rt::object_type! {
    PlatformRelease
}
pub mod platform_release {
    //! The fields of [`PlatformRelease`](super::PlatformRelease), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Contents of the release.
    pub const description: rt::Leaf<object::PlatformRelease, rt::Option<rt::String>> = rt::Leaf::new(
        "description",
    );
    /// Severity or weight of the release, in the server's words.
    pub const level: rt::Leaf<object::PlatformRelease, rt::Option<rt::String>> = rt::Leaf::new(
        "level",
    );
    /// When it was released.
    pub const release_date: rt::Leaf<object::PlatformRelease, scalar::DateTime> = rt::Leaf::new(
        "releaseDate",
    );
    /// URL of the release notes.
    pub const url: rt::Leaf<object::PlatformRelease, rt::Option<rt::String>> = rt::Leaf::new(
        "url",
    );
    /// Platform version.
    pub const version: rt::Leaf<object::PlatformRelease, rt::Option<rt::String>> = rt::Leaf::new(
        "version",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::PlatformRelease, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Queries. Safe to repeat, except that selecting the token of self issues a new one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Query {
    /// The name of the object's type.
    pub typename: rt::String,
}
impl rt::Object for Query {
    type Scope = object::Query;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["__typename"];
    fn new((typename,): Self::Values) -> Self {
        Self { typename }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.typename,), map)
    }
}
rt::object_type! {
    Query
}
impl rt::Root for Query {
    const KIND: rt::OperationKind = rt::OperationKind::Query;
    const SECRETS: &'static [rt::OperationSecrets] = &[
        ("authConfig", &["inviteToken"]),
        ("email", &["token"]),
    ];
}
/// Live data over the WebSocket at `/ws`. Over HTTP, these fields return null without an error.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Subscription {
    /// The name of the object's type.
    pub typename: rt::String,
}
impl rt::Object for Subscription {
    type Scope = object::Subscription;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["__typename"];
    fn new((typename,): Self::Values) -> Self {
        Self { typename }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.typename,), map)
    }
}
rt::object_type! {
    Subscription
}
impl rt::Root for Subscription {
    const KIND: rt::OperationKind = rt::OperationKind::Subscription;
}
