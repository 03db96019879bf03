// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// An account for programs: it signs in with an API key and holds roles.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ServiceAccount {
    /// Whether the key works.
    pub active: ::core::option::Option<::core::primitive::bool>,
    /// Free text to sort accounts by.
    pub category: ::core::option::Option<::std::string::String>,
    /// When it was created; the ten minutes of apiKey count from here.
    pub created_at: super::super::scalar::DateTime,
    /// Id of the account: the `serviceAccountUuid` of other operations.
    pub id: ::std::string::String,
    /// Name shown to people.
    pub label: ::core::option::Option<::std::string::String>,
    /// When the key was last used; through 0.16 never set.
    pub last_used_at: ::core::option::Option<super::super::scalar::DateTime>,
    /// When it was last changed.
    pub updated_at: super::super::scalar::DateTime,
}
impl rt::Object for ServiceAccount {
    type Scope = super::super::object::ServiceAccount;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::std::string::String>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<super::super::scalar::DateTime>>,
        ::core::option::Option<super::super::scalar::DateTime>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "active",
        "category",
        "createdAt",
        "id",
        "label",
        "lastUsedAt",
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
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            active: rt::missing_key(slots.0, 0)?,
            category: rt::missing_key(slots.1, 1)?,
            created_at: rt::missing_key(slots.2, 2)?,
            id: rt::missing_key(slots.3, 3)?,
            label: rt::missing_key(slots.4, 4)?,
            last_used_at: rt::missing_key(slots.5, 5)?,
            updated_at: rt::missing_key(slots.6, 6)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("active", &self.active)?;
        map.serialize_entry("category", &self.category)?;
        map.serialize_entry("createdAt", &self.created_at)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("label", &self.label)?;
        map.serialize_entry("lastUsedAt", &self.last_used_at)?;
        map.serialize_entry("updatedAt", &self.updated_at)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    ServiceAccount
}
pub mod service_account {
    //! The fields of [`ServiceAccount`](super::ServiceAccount), to select from.
    use super::rt;
    /// Whether the key works.
    pub const active: rt::Leaf<
        super::super::super::object::ServiceAccount,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("active");
    /// The key: 32 hex digits. Readable for ten minutes, then 6 characters and asterisks.
    pub const api_key: rt::Leaf<
        super::super::super::object::ServiceAccount,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("apiKey");
    /// Free text to sort accounts by.
    pub const category: rt::Leaf<
        super::super::super::object::ServiceAccount,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("category");
    /// When it was created; the ten minutes of apiKey count from here.
    pub const created_at: rt::Leaf<
        super::super::super::object::ServiceAccount,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("createdAt");
    /// Id of its deployment; through 0.16 always null.
    pub const deployment_uuid: rt::Leaf<
        super::super::super::object::ServiceAccount,
        ::core::option::Option<super::super::super::scalar::Uuid>,
    > = rt::Leaf::new("deploymentUuid");
    /// Kind of thing it belongs to; says DEPLOYMENT for an account of the platform.
    #[deprecated(
        note = "Wrong for accounts of the platform; read the role from roleBindings instead."
    )]
    pub const entity_type: rt::Leaf<
        super::super::super::object::ServiceAccount,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("entityType");
    /// Id of the workspace or deployment it belongs to; null for an account of the platform.
    #[deprecated(note = "Read workspace and deployment from roleBindings instead.")]
    pub const entity_uuid: rt::Leaf<
        super::super::super::object::ServiceAccount,
        ::core::option::Option<super::super::super::scalar::Uuid>,
    > = rt::Leaf::new("entityUuid");
    /// Id of the account: the `serviceAccountUuid` of other operations.
    pub const id: rt::Leaf<
        super::super::super::object::ServiceAccount,
        ::std::string::String,
    > = rt::Leaf::new("id");
    /// Name shown to people.
    pub const label: rt::Leaf<
        super::super::super::object::ServiceAccount,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("label");
    /// When the key was last used; through 0.16 never set.
    pub const last_used_at: rt::Leaf<
        super::super::super::object::ServiceAccount,
        ::core::option::Option<super::super::super::scalar::DateTime>,
    > = rt::Leaf::new("lastUsedAt");
    /// Its roles. Read them again after it created something: some releases take its first role away.
    ///
    /// No argument is required.
    ///
    /// GraphQL: `roleBindings(after: RoleBindingWhereUniqueInput, before: RoleBindingWhereUniqueInput, first: Int, last: Int): [RoleBinding!]!`
    pub fn role_bindings() -> RoleBindings {
        RoleBindings(rt::Builder::new())
    }
    /// The builder of `roleBindings`.
    #[derive(Clone, Debug)]
    #[must_use]
    pub struct RoleBindings(rt::Builder<()>);
    impl RoleBindings {
        /// Only bindings behind this one.
        ///
        /// `after: RoleBindingWhereUniqueInput`
        pub fn after(
            self,
            value_: impl rt::IntoArgument<
                super::super::super::input::RoleBindingWhereUniqueInput,
            >,
        ) -> Self {
            Self(self.0.with("after", "RoleBindingWhereUniqueInput", value_))
        }
        /// Sends null for `after`: not the same as not sending it.
        pub fn after_null(self) -> Self {
            Self(self.0.null("after", "RoleBindingWhereUniqueInput"))
        }
        /// As [`after`](Self::after), when there is a value.
        pub fn maybe_after(
            self,
            value_: ::core::option::Option<
                impl rt::IntoArgument<
                    super::super::super::input::RoleBindingWhereUniqueInput,
                >,
            >,
        ) -> Self {
            Self(self.0.maybe("after", "RoleBindingWhereUniqueInput", value_))
        }
        /// Only bindings in front of this one.
        ///
        /// `before: RoleBindingWhereUniqueInput`
        pub fn before(
            self,
            value_: impl rt::IntoArgument<
                super::super::super::input::RoleBindingWhereUniqueInput,
            >,
        ) -> Self {
            Self(self.0.with("before", "RoleBindingWhereUniqueInput", value_))
        }
        /// Sends null for `before`: not the same as not sending it.
        pub fn before_null(self) -> Self {
            Self(self.0.null("before", "RoleBindingWhereUniqueInput"))
        }
        /// As [`before`](Self::before), when there is a value.
        pub fn maybe_before(
            self,
            value_: ::core::option::Option<
                impl rt::IntoArgument<
                    super::super::super::input::RoleBindingWhereUniqueInput,
                >,
            >,
        ) -> Self {
            Self(self.0.maybe("before", "RoleBindingWhereUniqueInput", value_))
        }
        /// Only so many, from the beginning.
        ///
        /// `first: Int`
        pub fn first(
            self,
            value_: impl rt::IntoArgument<::core::primitive::i32>,
        ) -> Self {
            Self(self.0.with("first", "Int", value_))
        }
        /// Sends null for `first`: not the same as not sending it.
        pub fn first_null(self) -> Self {
            Self(self.0.null("first", "Int"))
        }
        /// As [`first`](Self::first), when there is a value.
        pub fn maybe_first(
            self,
            value_: ::core::option::Option<impl rt::IntoArgument<::core::primitive::i32>>,
        ) -> Self {
            Self(self.0.maybe("first", "Int", value_))
        }
        /// Only so many, from the end.
        ///
        /// `last: Int`
        pub fn last(
            self,
            value_: impl rt::IntoArgument<::core::primitive::i32>,
        ) -> Self {
            Self(self.0.with("last", "Int", value_))
        }
        /// Sends null for `last`: not the same as not sending it.
        pub fn last_null(self) -> Self {
            Self(self.0.null("last", "Int"))
        }
        /// As [`last`](Self::last), when there is a value.
        pub fn maybe_last(
            self,
            value_: ::core::option::Option<impl rt::IntoArgument<::core::primitive::i32>>,
        ) -> Self {
            Self(self.0.maybe("last", "Int", value_))
        }
    }
    impl RoleBindings {
        /// Selects exactly this on the result, `[RoleBinding!]!`.
        pub fn select<Selection: rt::Select<super::super::super::object::RoleBinding>>(
            self,
            selection_: Selection,
        ) -> rt::Nested<
            super::super::super::object::ServiceAccount,
            super::super::super::object::RoleBinding,
            rt::List<rt::One>,
            Selection,
        > {
            rt::Nested::new("roleBindings", self.0.into_arguments(), selection_)
        }
    }
    /// When it was last changed.
    pub const updated_at: rt::Leaf<
        super::super::super::object::ServiceAccount,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("updatedAt");
    /// Id of its workspace; through 0.16 always null.
    pub const workspace_uuid: rt::Leaf<
        super::super::super::object::ServiceAccount,
        ::core::option::Option<super::super::super::scalar::Uuid>,
    > = rt::Leaf::new("workspaceUuid");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::ServiceAccount, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
