//! `User`.

use serde_json::json;

use crate::resolvers::call::Read;
use crate::resolvers::output::{Derived, Resolve};
use crate::store::{Email, RoleBinding, Row, User};

impl Resolve for Row<User> {
    fn derive(&self, field: &str, call: &Read<'_>) -> Derived {
        Ok(Some(match field {
            "emails" => call.find(Email::USER, &self.id)?.into(),
            "profile" => json!([]).into(),
            "roleBindings" => call.find(RoleBinding::USER, &self.id)?.into(),
            _ => return Ok(None),
        }))
    }
}
