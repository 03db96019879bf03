//! `Invite`.

use crate::resolvers::call::Read;
use crate::resolvers::output::{Derived, Resolve};
use crate::store::{Invite, Row};

impl Resolve for Row<Invite> {
    fn derive(&self, field: &str, _: &Read<'_>) -> Derived {
        Ok(match field {
            "uuid" => Some(self.id.as_str().into()),
            // The server shows this role for invites to the platform, which have none.
            "role" if self.role.is_none() => Some("WORKSPACE_ADMIN".into()),
            _ => None,
        })
    }
}
