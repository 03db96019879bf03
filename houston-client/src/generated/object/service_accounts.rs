// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// An account for programs: it signs in with an API key and holds roles.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ServiceAccount {
    /// Whether the key works.
    pub active: rt::Option<rt::bool>,
    /// Free text to group accounts by.
    pub category: rt::Option<rt::String>,
    /// When it was created. The ten minutes of apiKey start here.
    pub created_at: scalar::DateTime,
    /// Id of the account: the `serviceAccountUuid` of other operations.
    pub id: rt::String,
    /// Display name.
    pub label: rt::Option<rt::String>,
    /// When the key was last used. Through 0.16, never set.
    pub last_used_at: rt::Option<scalar::DateTime>,
    /// When it was last changed.
    pub updated_at: scalar::DateTime,
}
impl rt::Object for ServiceAccount {
    type Scope = object::ServiceAccount;
    type Values = (
        rt::Option<rt::bool>,
        rt::Option<rt::String>,
        scalar::DateTime,
        rt::String,
        rt::Option<rt::String>,
        rt::Option<scalar::DateTime>,
        scalar::DateTime,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "active",
        "category",
        "createdAt",
        "id",
        "label",
        "lastUsedAt",
        "updatedAt",
    ];
    fn new(
        (active, category, created_at, id, label, last_used_at, updated_at): Self::Values,
    ) -> Self {
        Self {
            active,
            category,
            created_at,
            id,
            label,
            last_used_at,
            updated_at,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.active,
                &self.category,
                &self.created_at,
                &self.id,
                &self.label,
                &self.last_used_at,
                &self.updated_at,
            ),
            map,
        )
    }
}
rt::object_type! {
    ServiceAccount
}
pub mod service_account {
    //! The fields of [`ServiceAccount`](super::ServiceAccount), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Whether the key works.
    pub const active: rt::Leaf<object::ServiceAccount, rt::Option<rt::bool>> = rt::Leaf::new(
        "active",
    );
    /// The key: 32 hex digits. Readable for ten minutes, then 6 characters and asterisks.
    pub const api_key: rt::Leaf<object::ServiceAccount, rt::Option<rt::String>> = rt::Leaf::new(
        "apiKey",
    );
    /// Free text to group accounts by.
    pub const category: rt::Leaf<object::ServiceAccount, rt::Option<rt::String>> = rt::Leaf::new(
        "category",
    );
    /// When it was created. The ten minutes of apiKey start here.
    pub const created_at: rt::Leaf<object::ServiceAccount, scalar::DateTime> = rt::Leaf::new(
        "createdAt",
    );
    /// Id of its deployment. Through 0.16, always null.
    pub const deployment_uuid: rt::Leaf<
        object::ServiceAccount,
        rt::Option<scalar::Uuid>,
    > = rt::Leaf::new("deploymentUuid");
    /// Kind of object that it belongs to. DEPLOYMENT for an account of the platform.
    #[deprecated(
        note = "Wrong for accounts of the platform; read the role from roleBindings instead."
    )]
    pub const entity_type: rt::Leaf<object::ServiceAccount, rt::Option<rt::String>> = rt::Leaf::new(
        "entityType",
    );
    /// Id of the workspace or deployment it belongs to; null for an account of the platform.
    #[deprecated(note = "Read workspace and deployment from roleBindings instead.")]
    pub const entity_uuid: rt::Leaf<object::ServiceAccount, rt::Option<scalar::Uuid>> = rt::Leaf::new(
        "entityUuid",
    );
    /// Id of the account: the `serviceAccountUuid` of other operations.
    pub const id: rt::Leaf<object::ServiceAccount, rt::String> = rt::Leaf::new("id");
    /// Display name.
    pub const label: rt::Leaf<object::ServiceAccount, rt::Option<rt::String>> = rt::Leaf::new(
        "label",
    );
    /// When the key was last used. Through 0.16, never set.
    pub const last_used_at: rt::Leaf<
        object::ServiceAccount,
        rt::Option<scalar::DateTime>,
    > = rt::Leaf::new("lastUsedAt");
    /// Its roles. Read them again after the account creates something: some releases remove its first role.
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
        /// Return only bindings after this one.
        ///
        /// `after: RoleBindingWhereUniqueInput`
        pub fn after(
            self,
            value_: impl rt::IntoArgument<input::RoleBindingWhereUniqueInput>,
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
            value_: rt::Option<impl rt::IntoArgument<input::RoleBindingWhereUniqueInput>>,
        ) -> Self {
            Self(self.0.maybe("after", "RoleBindingWhereUniqueInput", value_))
        }
        /// Return only bindings before this one.
        ///
        /// `before: RoleBindingWhereUniqueInput`
        pub fn before(
            self,
            value_: impl rt::IntoArgument<input::RoleBindingWhereUniqueInput>,
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
            value_: rt::Option<impl rt::IntoArgument<input::RoleBindingWhereUniqueInput>>,
        ) -> Self {
            Self(self.0.maybe("before", "RoleBindingWhereUniqueInput", value_))
        }
        /// Maximum number to return, from the start.
        ///
        /// `first: Int`
        pub fn first(self, value_: impl rt::IntoArgument<rt::i32>) -> Self {
            Self(self.0.with("first", "Int", value_))
        }
        /// Sends null for `first`: not the same as not sending it.
        pub fn first_null(self) -> Self {
            Self(self.0.null("first", "Int"))
        }
        /// As [`first`](Self::first), when there is a value.
        pub fn maybe_first(
            self,
            value_: rt::Option<impl rt::IntoArgument<rt::i32>>,
        ) -> Self {
            Self(self.0.maybe("first", "Int", value_))
        }
        /// Maximum number to return, from the end.
        ///
        /// `last: Int`
        pub fn last(self, value_: impl rt::IntoArgument<rt::i32>) -> Self {
            Self(self.0.with("last", "Int", value_))
        }
        /// Sends null for `last`: not the same as not sending it.
        pub fn last_null(self) -> Self {
            Self(self.0.null("last", "Int"))
        }
        /// As [`last`](Self::last), when there is a value.
        pub fn maybe_last(
            self,
            value_: rt::Option<impl rt::IntoArgument<rt::i32>>,
        ) -> Self {
            Self(self.0.maybe("last", "Int", value_))
        }
        /// Selects exactly this on the result, `[RoleBinding!]!`.
        pub fn select<Selection: rt::Select<object::RoleBinding>>(
            self,
            selection_: Selection,
        ) -> rt::Nested<
            object::ServiceAccount,
            object::RoleBinding,
            rt::List<rt::One>,
            Selection,
        > {
            rt::Nested::new("roleBindings", self.0.into_arguments(), selection_)
        }
    }
    /// When it was last changed.
    pub const updated_at: rt::Leaf<object::ServiceAccount, scalar::DateTime> = rt::Leaf::new(
        "updatedAt",
    );
    /// Id of its workspace. Through 0.16, always null.
    pub const workspace_uuid: rt::Leaf<
        object::ServiceAccount,
        rt::Option<scalar::Uuid>,
    > = rt::Leaf::new("workspaceUuid");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::ServiceAccount, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
