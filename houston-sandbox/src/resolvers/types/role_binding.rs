//! `RoleBinding`: its account and its entity.

use crate::error::refusal::Refusal;
use crate::resolvers::call::Read;
use crate::resolvers::output::{Derived, Output, Resolve};
use crate::store::{Deployment, RoleBinding, Row, Rows, ServiceAccount, Table, User, Workspace};

impl Resolve for Row<RoleBinding> {
    fn derive(&self, field: &str, call: &Read<'_>) -> Derived {
        Ok(Some(match field {
            "user" => referred::<User>(call, self.user_id.as_deref())?,
            "serviceAccount" => {
                referred::<ServiceAccount>(call, self.service_account_id.as_deref())?
            }
            "workspace" => referred::<Workspace>(call, self.workspace_id.as_deref())?,
            "deployment" => referred::<Deployment>(call, self.deployment_id.as_deref())?,
            _ => return Ok(None),
        }))
    }
}

/// The row with this id, or null without an id or if the row is deleted.
fn referred<T: Table>(call: &Read<'_>, id: Option<&str>) -> Result<Output, Refusal>
where
    Row<T>: Resolve,
{
    let row = id.map(|id| call.rows.get::<T>(id)).transpose()?;
    Ok(row.flatten().into())
}
