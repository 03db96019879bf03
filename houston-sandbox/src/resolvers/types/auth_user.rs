//! `AuthUser`: the caller, or the user who has just signed in.

use serde::Serialize;
use serde_json::json;

use crate::error::refusal::Refusal;
use crate::resolvers::call::Read;
use crate::resolvers::output::{Derived, Output, Resolve};
use crate::store::{Row, Status, User};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AuthUser {
    /// None for a service account.
    #[serde(skip)]
    pub(crate) user: Option<Row<User>>,
    pub(crate) is_admin: bool,
}

impl Resolve for AuthUser {
    fn derive(&self, field: &str, _: &Read<'_>) -> Derived {
        Ok(Some(match field {
            "user" => self.user.clone().into(),
            "permissions" => json!({}).into(),
            "authUserCapabilities" => json!({ "canSysAdmin": self.is_admin }).into(),
            "token" => match &self.user {
                // The server's own text: it looks for the user of a service account.
                None => return Err(Refusal::internal("Cannot read property 'status' of null")),
                Some(user) if user.status == Status::Active => Output::Token(user.id.clone()),
                Some(_) => return Ok(Some(Output::Json(serde_json::Value::Null))),
            },
            _ => return Ok(None),
        }))
    }
}
