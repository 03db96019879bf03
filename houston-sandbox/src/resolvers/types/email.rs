//! `Email`.

use serde_json::Value;

use crate::resolvers::call::Read;
use crate::resolvers::output::{Derived, Output, Resolve};
use crate::store::{Email, Entity, Row, Rows, User};

impl Resolve for Row<Email> {
    fn derive(&self, field: &str, call: &Read<'_>) -> Derived {
        match field {
            "user" => Ok(Some(call.rows.get::<User>(&self.user_id)?.into())),
            // It can be used to sign in as that user. The server shows it to every caller that sees the user.
            "token" => {
                let may =
                    call.caller.roles(call.rows, Entity::System)?.may("system.user.verifyEmail");
                Ok(if may { None } else { Some(Output::Json(Value::Null)) })
            }
            _ => Ok(None),
        }
    }
}
