//! Roles of users in the system.

use crate::error::refusal::Refusal;
use crate::resolvers::call::Write;
use crate::resolvers::output::Answer;
use crate::store::{Account, Entity, RoleBinding, Row, Rows, User};

pub(super) fn create_system(call: &Write<'_>) -> Answer {
    let role = system_role(call)?;
    let user = call.row::<User>(call.text("userId"))?;
    if binding(call, role)?.is_some() {
        return Err(duplicate());
    }
    Ok(call.bind(Account::User(&user.id), role, Entity::System)?.into())
}

/// Takes a role away, unless nobody would be left to give it back.
pub(super) fn delete_system(call: &Write<'_>) -> Answer {
    let role = system_role(call)?;
    let binding = binding(call, role)?.ok_or_else(absent)?;
    require_other_administrator(call, |other| other.id == binding.id)?;
    call.rows.remove::<RoleBinding>(&binding.id)?;
    Ok(binding.into())
}

/// Refuses to let the bindings go that `leaves` names if these make the last administrator. Service accounts count
/// as administrators, as they do for the server.
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

fn system_role<'c>(call: &'c Write<'_>) -> Result<&'c str, Refusal> {
    let role = call.text("role");
    if role.starts_with("SYSTEM_") { Ok(role) } else { Err(Refusal::input("Invalid role")) }
}

/// The binding of the user that the arguments name to a role in the system.
fn binding(call: &Write<'_>, role: &str) -> Result<Option<Row<RoleBinding>>, Refusal> {
    let bindings = call.find(RoleBinding::USER, call.text("userId"))?;
    Ok(bindings.into_iter().find(|binding| binding.role == role))
}
