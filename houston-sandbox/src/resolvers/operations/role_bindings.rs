//! Roles of users in the system.

use crate::error::refusal::Refusal;
use crate::resolvers::call::Write;
use crate::resolvers::output::Answer;
use crate::store::{Account, Entity, RoleBinding, Row, Rows, User};

pub(super) fn create_system(call: &Write<'_>) -> Answer {
    let role = call.role("SYSTEM_", "Invalid role")?;
    let user = call.row::<User>(call.text("userId"))?;
    if binding(call, role)?.is_some() {
        return Err(duplicate());
    }
    Ok(call.bind(Account::User(&user.id), role, Entity::System)?.into())
}

/// Removes a system role, unless it is that of the last administrator.
pub(super) fn delete_system(call: &Write<'_>) -> Answer {
    let role = call.role("SYSTEM_", "Invalid role")?;
    let binding = binding(call, role)?.ok_or_else(absent)?;
    require_other_administrator(call, |other| other.id == binding.id)?;
    call.rows.remove::<RoleBinding>(&binding.id)?;
    Ok(binding.into())
}

/// Refuses to remove the bindings that `leaves` selects if no other administrator would remain. As on the server,
/// service accounts count as administrators.
pub(super) fn require_other_administrator(
    call: &Write<'_>,
    leaves: impl Fn(&Row<RoleBinding>) -> bool,
) -> Result<(), Refusal> {
    let mut administrators = call.rows.all::<RoleBinding>()?;
    administrators.retain(|binding| binding.role == "SYSTEM_ADMIN");
    if administrators.iter().any(&leaves) && administrators.iter().all(leaves) {
        return Err(Refusal::internal(
            "There are no other system administrators. Please assign another before removing yourself.",
        ));
    }
    Ok(())
}

pub(super) fn duplicate() -> Refusal {
    Refusal::input("A duplicate role binding already exists")
}

pub(super) fn absent() -> Refusal {
    Refusal::input("The role binding does not exist for this user")
}

/// Returns the binding of the user in the arguments with this system role.
fn binding(call: &Write<'_>, role: &str) -> Result<Option<Row<RoleBinding>>, Refusal> {
    let bindings = call.find(RoleBinding::USER, call.text("userId"))?;
    Ok(bindings.into_iter().find(|binding| binding.role == role))
}
