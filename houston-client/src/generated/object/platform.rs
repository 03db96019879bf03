// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// An Airflow image that a deployment may start from.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AirflowImage {
    /// Release channel of the image.
    pub channel: ::core::option::Option<::std::string::String>,
    /// Image tag.
    pub tag: ::core::option::Option<::std::string::String>,
    /// Airflow version inside the image.
    pub version: ::core::option::Option<::std::string::String>,
}
impl rt::Object for AirflowImage {
    type Scope = super::super::object::AirflowImage;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "channel",
        "tag",
        "version",
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
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            channel: rt::missing_key(slots.0, 0)?,
            tag: rt::missing_key(slots.1, 1)?,
            version: rt::missing_key(slots.2, 2)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("channel", &self.channel)?;
        map.serialize_entry("tag", &self.tag)?;
        map.serialize_entry("version", &self.version)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    AirflowImage
}
pub mod airflow_image {
    //! The fields of [`AirflowImage`](super::AirflowImage), to select from.
    use super::rt;
    /// Release channel of the image.
    pub const channel: rt::Leaf<
        super::super::super::object::AirflowImage,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("channel");
    /// Image tag.
    pub const tag: rt::Leaf<
        super::super::super::object::AirflowImage,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("tag");
    /// Airflow version inside the image.
    pub const version: rt::Leaf<
        super::super::super::object::AirflowImage,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("version");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AirflowImage, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// An Airflow release that the platform offers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AirflowRelease {
    /// Release channel.
    pub channel: ::core::option::Option<::std::string::String>,
    /// What the release brings.
    pub description: ::core::option::Option<::std::string::String>,
    /// Severity or weight of the release, in the server's words.
    pub level: ::core::option::Option<::std::string::String>,
    /// When it was released.
    pub release_date: super::super::scalar::DateTime,
    /// Image tag; airflowRelease finds a release by it.
    pub tag: ::std::string::String,
    /// Page about the release.
    pub url: ::core::option::Option<::std::string::String>,
    /// Airflow version: a value for updateDeploymentAirflow.
    pub version: ::core::option::Option<::std::string::String>,
}
impl rt::Object for AirflowRelease {
    type Scope = super::super::object::AirflowRelease;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::std::string::String>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "channel",
        "description",
        "level",
        "releaseDate",
        "tag",
        "url",
        "version",
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
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            channel: rt::missing_key(slots.0, 0)?,
            description: rt::missing_key(slots.1, 1)?,
            level: rt::missing_key(slots.2, 2)?,
            release_date: rt::missing_key(slots.3, 3)?,
            tag: rt::missing_key(slots.4, 4)?,
            url: rt::missing_key(slots.5, 5)?,
            version: rt::missing_key(slots.6, 6)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("channel", &self.channel)?;
        map.serialize_entry("description", &self.description)?;
        map.serialize_entry("level", &self.level)?;
        map.serialize_entry("releaseDate", &self.release_date)?;
        map.serialize_entry("tag", &self.tag)?;
        map.serialize_entry("url", &self.url)?;
        map.serialize_entry("version", &self.version)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    AirflowRelease
}
pub mod airflow_release {
    //! The fields of [`AirflowRelease`](super::AirflowRelease), to select from.
    use super::rt;
    /// Release channel.
    pub const channel: rt::Leaf<
        super::super::super::object::AirflowRelease,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("channel");
    /// What the release brings.
    pub const description: rt::Leaf<
        super::super::super::object::AirflowRelease,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("description");
    /// Severity or weight of the release, in the server's words.
    pub const level: rt::Leaf<
        super::super::super::object::AirflowRelease,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("level");
    /// When it was released.
    pub const release_date: rt::Leaf<
        super::super::super::object::AirflowRelease,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("releaseDate");
    /// Image tag; airflowRelease finds a release by it.
    pub const tag: rt::Leaf<
        super::super::super::object::AirflowRelease,
        ::std::string::String,
    > = rt::Leaf::new("tag");
    /// Page about the release.
    pub const url: rt::Leaf<
        super::super::super::object::AirflowRelease,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("url");
    /// Airflow version: a value for updateDeploymentAirflow.
    pub const version: rt::Leaf<
        super::super::super::object::AirflowRelease,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("version");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AirflowRelease, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Version and switches of the platform.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AppConfig {
    /// Base domain; the API is at `houston.` plus this domain, path `/v1`.
    pub base_domain: ::core::option::Option<::std::string::String>,
    /// Whether createDeployment honours a release name of your choice.
    pub manual_release_names: ::core::option::Option<::core::primitive::bool>,
    /// Whether the platform can send email, such as invites.
    pub smtp_configured: ::core::option::Option<::core::primitive::bool>,
    /// Platform version, such as `0.23.13`; a pre-release tail may follow.
    pub version: ::core::option::Option<::std::string::String>,
}
impl rt::Object for AppConfig {
    type Scope = super::super::object::AppConfig;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "baseDomain",
        "manualReleaseNames",
        "smtpConfigured",
        "version",
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
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            base_domain: rt::missing_key(slots.0, 0)?,
            manual_release_names: rt::missing_key(slots.1, 1)?,
            smtp_configured: rt::missing_key(slots.2, 2)?,
            version: rt::missing_key(slots.3, 3)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("baseDomain", &self.base_domain)?;
        map.serialize_entry("manualReleaseNames", &self.manual_release_names)?;
        map.serialize_entry("smtpConfigured", &self.smtp_configured)?;
        map.serialize_entry("version", &self.version)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    AppConfig
}
pub mod app_config {
    //! The fields of [`AppConfig`](super::AppConfig), to select from.
    use super::rt;
    /// Base domain; the API is at `houston.` plus this domain, path `/v1`.
    pub const base_domain: rt::Leaf<
        super::super::super::object::AppConfig,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("baseDomain");
    /// Whether logs come from Elasticsearch.
    pub const elastic_search_enabled: rt::Leaf<
        super::super::super::object::AppConfig,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("elasticSearchEnabled");
    /// Whether createDeployment honours a release name of your choice.
    pub const manual_release_names: rt::Leaf<
        super::super::super::object::AppConfig,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("manualReleaseNames");
    /// Whether metrics come from Prometheus.
    pub const prometheus_enabled: rt::Leaf<
        super::super::super::object::AppConfig,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("prometheusEnabled");
    /// Whether the platform can send email, such as invites.
    pub const smtp_configured: rt::Leaf<
        super::super::super::object::AppConfig,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("smtpConfigured");
    /// Platform version, such as `0.23.13`; a pre-release tail may follow.
    pub const version: rt::Leaf<
        super::super::super::object::AppConfig,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("version");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AppConfig, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A payment card.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Card {
    /// Address that gets the bills.
    pub billing_email: ::core::option::Option<::std::string::String>,
    /// Brand of the card.
    pub brand: ::core::option::Option<::std::string::String>,
    /// Company on the bill.
    pub company: ::core::option::Option<::std::string::String>,
    /// Month in which the card ends, 1 to 12.
    pub exp_month: ::core::option::Option<::core::primitive::i32>,
    /// Year in which the card ends.
    pub exp_year: ::core::option::Option<::core::primitive::i32>,
    /// Last four digits.
    pub last4: ::core::option::Option<::std::string::String>,
    /// Name on the card.
    pub name: ::core::option::Option<::std::string::String>,
}
impl rt::Object for Card {
    type Scope = super::super::object::Card;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "billingEmail",
        "brand",
        "company",
        "expMonth",
        "expYear",
        "last4",
        "name",
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
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            billing_email: rt::missing_key(slots.0, 0)?,
            brand: rt::missing_key(slots.1, 1)?,
            company: rt::missing_key(slots.2, 2)?,
            exp_month: rt::missing_key(slots.3, 3)?,
            exp_year: rt::missing_key(slots.4, 4)?,
            last4: rt::missing_key(slots.5, 5)?,
            name: rt::missing_key(slots.6, 6)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("billingEmail", &self.billing_email)?;
        map.serialize_entry("brand", &self.brand)?;
        map.serialize_entry("company", &self.company)?;
        map.serialize_entry("expMonth", &self.exp_month)?;
        map.serialize_entry("expYear", &self.exp_year)?;
        map.serialize_entry("last4", &self.last4)?;
        map.serialize_entry("name", &self.name)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Card
}
pub mod card {
    //! The fields of [`Card`](super::Card), to select from.
    use super::rt;
    /// Address that gets the bills.
    pub const billing_email: rt::Leaf<
        super::super::super::object::Card,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("billingEmail");
    /// Brand of the card.
    pub const brand: rt::Leaf<
        super::super::super::object::Card,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("brand");
    /// Company on the bill.
    pub const company: rt::Leaf<
        super::super::super::object::Card,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("company");
    /// Month in which the card ends, 1 to 12.
    pub const exp_month: rt::Leaf<
        super::super::super::object::Card,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("expMonth");
    /// Year in which the card ends.
    pub const exp_year: rt::Leaf<
        super::super::super::object::Card,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("expYear");
    /// Last four digits.
    pub const last4: rt::Leaf<
        super::super::super::object::Card,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("last4");
    /// Name on the card.
    pub const name: rt::Leaf<
        super::super::super::object::Card,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("name");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Card, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Writes. Several in one document run in order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mutation {
    /// The name of the object's type.
    pub typename: ::std::string::String,
}
impl rt::Object for Mutation {
    type Scope = super::super::object::Mutation;
    type Slots = (::core::option::Option<::std::string::String>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["__typename"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            typename: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("__typename", &self.typename)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Mutation
}
impl rt::Root for Mutation {
    const KIND: rt::OperationKind = rt::OperationKind::Mutation;
    const IDEMPOTENT: &'static [&'static ::core::primitive::str] = &[
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
    /// What the release brings.
    pub description: ::core::option::Option<::std::string::String>,
    /// Severity or weight of the release, in the server's words.
    pub level: ::core::option::Option<::std::string::String>,
    /// When it was released.
    pub release_date: super::super::scalar::DateTime,
    /// Page about the release.
    pub url: ::core::option::Option<::std::string::String>,
    /// Platform version.
    pub version: ::core::option::Option<::std::string::String>,
}
impl rt::Object for PlatformRelease {
    type Scope = super::super::object::PlatformRelease;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "description",
        "level",
        "releaseDate",
        "url",
        "version",
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
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            description: rt::missing_key(slots.0, 0)?,
            level: rt::missing_key(slots.1, 1)?,
            release_date: rt::missing_key(slots.2, 2)?,
            url: rt::missing_key(slots.3, 3)?,
            version: rt::missing_key(slots.4, 4)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("description", &self.description)?;
        map.serialize_entry("level", &self.level)?;
        map.serialize_entry("releaseDate", &self.release_date)?;
        map.serialize_entry("url", &self.url)?;
        map.serialize_entry("version", &self.version)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    PlatformRelease
}
pub mod platform_release {
    //! The fields of [`PlatformRelease`](super::PlatformRelease), to select from.
    use super::rt;
    /// What the release brings.
    pub const description: rt::Leaf<
        super::super::super::object::PlatformRelease,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("description");
    /// Severity or weight of the release, in the server's words.
    pub const level: rt::Leaf<
        super::super::super::object::PlatformRelease,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("level");
    /// When it was released.
    pub const release_date: rt::Leaf<
        super::super::super::object::PlatformRelease,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("releaseDate");
    /// Page about the release.
    pub const url: rt::Leaf<
        super::super::super::object::PlatformRelease,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("url");
    /// Platform version.
    pub const version: rt::Leaf<
        super::super::super::object::PlatformRelease,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("version");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::PlatformRelease, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Reads. Safe to repeat, except that asking for the token of self issues a new one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Query {
    /// The name of the object's type.
    pub typename: ::std::string::String,
}
impl rt::Object for Query {
    type Scope = super::super::object::Query;
    type Slots = (::core::option::Option<::std::string::String>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["__typename"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            typename: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("__typename", &self.typename)?;
        ::core::result::Result::Ok(())
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
/// Live data over the WebSocket at `/ws`. Over HTTP these answer null without an error.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Subscription {
    /// The name of the object's type.
    pub typename: ::std::string::String,
}
impl rt::Object for Subscription {
    type Scope = super::super::object::Subscription;
    type Slots = (::core::option::Option<::std::string::String>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["__typename"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            typename: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("__typename", &self.typename)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Subscription
}
impl rt::Root for Subscription {
    const KIND: rt::OperationKind = rt::OperationKind::Subscription;
}
