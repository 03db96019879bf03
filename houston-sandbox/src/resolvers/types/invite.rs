//! `Invite`.

use crate::resolvers::call::Read;
use crate::resolvers::output::{Derived, Resolve};
use crate::store::{Invite, Row};

impl Resolve for Row<Invite> {
    fn derive(&self, field: &str, _: &Read<'_>) -> Derived {
        Ok(match field {
            "uuid" => Some(self.id.as_str().into()),
            // Invites to the platform have none, and the server shows this one.
            "role" if self.role.is_none() => Some("WORKSPACE_ADMIN".into()),
            _ => None,
        })
    }
}
