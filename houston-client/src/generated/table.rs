// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// The schema, with what is known beside it: read when it is first used.
pub static SCHEMA: rt::LazyLock<rt::schema::Schema> = rt::LazyLock::new(|| rt::read_table(
    ::core::include_str!("table.json"),
));
/// Error texts that the server raises before it writes: they prove that nothing happened.
///
/// Their codes: already-exists, ambiguous, argument-missing, billing-refused, config-refused, invite-refused, last-admin, login-failed, name-refused, not-allowed, not-confirmed, not-found, role-refused, signup-closed, variables-refused.
pub static REFUSALS: &[rt::Refusal] = &[
    rt::Refusal {
        text: rt::Borrowed("You do not have the appropriate permissions for that"),
        part: rt::Part::Whole,
        code: rt::Borrowed("not-allowed"),
    },
    rt::Refusal {
        text: rt::Borrowed("Insufficient permissions"),
        part: rt::Part::Whole,
        code: rt::Borrowed("not-allowed"),
    },
    rt::Refusal {
        text: rt::Borrowed("AUTH_TOKEN_REFRESH_FAILED"),
        part: rt::Part::Whole,
        code: rt::Borrowed("login-failed"),
    },
    rt::Refusal {
        text: rt::Borrowed("Invalid password and username combination"),
        part: rt::Part::Whole,
        code: rt::Borrowed("login-failed"),
    },
    rt::Refusal {
        text: rt::Borrowed("No password credentials found"),
        part: rt::Part::Whole,
        code: rt::Borrowed("login-failed"),
    },
    rt::Refusal {
        text: rt::Borrowed("Invalid token"),
        part: rt::Part::Whole,
        code: rt::Borrowed("login-failed"),
    },
    rt::Refusal {
        text: rt::Borrowed("Invalid resetToken"),
        part: rt::Part::Whole,
        code: rt::Borrowed("login-failed"),
    },
    rt::Refusal {
        text: rt::Borrowed("Prohibited connection!"),
        part: rt::Part::Whole,
        code: rt::Borrowed("login-failed"),
    },
    rt::Refusal {
        text: rt::Borrowed("Your account is awaiting email confirmation"),
        part: rt::Part::Whole,
        code: rt::Borrowed("not-confirmed"),
    },
    rt::Refusal {
        text: rt::Borrowed("Public sign ups are disabled"),
        part: rt::Part::Beginning,
        code: rt::Borrowed("signup-closed"),
    },
    rt::Refusal {
        text: rt::Borrowed("Public signups are disabled"),
        part: rt::Part::Beginning,
        code: rt::Borrowed("signup-closed"),
    },
    rt::Refusal {
        text: rt::Borrowed("Invite token not found"),
        part: rt::Part::Whole,
        code: rt::Borrowed("invite-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed(
            "This email is not associated with the specified invite token",
        ),
        part: rt::Part::Whole,
        code: rt::Borrowed("invite-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("User already invited"),
        part: rt::Part::Whole,
        code: rt::Borrowed("invite-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("User already invited to workspace"),
        part: rt::Part::Whole,
        code: rt::Borrowed("invite-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("Email address in use"),
        part: rt::Part::Whole,
        code: rt::Borrowed("already-exists"),
    },
    rt::Refusal {
        text: rt::Borrowed("Email already in use"),
        part: rt::Part::Whole,
        code: rt::Borrowed("already-exists"),
    },
    rt::Refusal {
        text: rt::Borrowed("Workspace already has a deployment named "),
        part: rt::Part::Beginning,
        code: rt::Borrowed("already-exists"),
    },
    rt::Refusal {
        text: rt::Borrowed("Service Account already exists with the name "),
        part: rt::Part::Beginning,
        code: rt::Borrowed("already-exists"),
    },
    rt::Refusal {
        text: rt::Borrowed("A duplicate role binding already exists"),
        part: rt::Part::Whole,
        code: rt::Borrowed("already-exists"),
    },
    rt::Refusal {
        text: rt::Borrowed("The role binding does not exist for this user"),
        part: rt::Part::Whole,
        code: rt::Borrowed("not-found"),
    },
    rt::Refusal {
        text: rt::Borrowed("The requested resource was not found"),
        part: rt::Part::Whole,
        code: rt::Borrowed("not-found"),
    },
    rt::Refusal {
        text: rt::Borrowed("Invalid role"),
        part: rt::Part::Whole,
        code: rt::Borrowed("role-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("Invalid workspace role"),
        part: rt::Part::Whole,
        code: rt::Borrowed("role-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("Entity and role types don't match"),
        part: rt::Part::Whole,
        code: rt::Borrowed("role-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("There are no other system administrators"),
        part: rt::Part::Beginning,
        code: rt::Borrowed("last-admin"),
    },
    rt::Refusal {
        text: rt::Borrowed("Maximum CPU for pod exceeded"),
        part: rt::Part::Whole,
        code: rt::Borrowed("config-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("Maximum Memory for pod exceeded"),
        part: rt::Part::Whole,
        code: rt::Borrowed("config-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("Minimum Extra AU not met"),
        part: rt::Part::Whole,
        code: rt::Borrowed("config-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed(" is not a valid deployment property"),
        part: rt::Part::End,
        code: rt::Borrowed("config-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("Invalid Environment Variable Key:"),
        part: rt::Part::Beginning,
        code: rt::Borrowed("variables-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed(" is set automatically and cannot be overridden"),
        part: rt::Part::End,
        code: rt::Borrowed("variables-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed(" are set automatically and cannot be overridden"),
        part: rt::Part::End,
        code: rt::Borrowed("variables-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("Release name not formatted correctly"),
        part: rt::Part::Whole,
        code: rt::Borrowed("name-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("base-images is reserved name"),
        part: rt::Part::Whole,
        code: rt::Borrowed("name-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed(" exceeds max char limit of 63."),
        part: rt::Part::End,
        code: rt::Borrowed("name-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("Workspace is suspended."),
        part: rt::Part::Beginning,
        code: rt::Borrowed("billing-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("Workspace is in trial mode."),
        part: rt::Part::Beginning,
        code: rt::Borrowed("billing-refused"),
    },
    rt::Refusal {
        text: rt::Borrowed("A required argument was not sent:"),
        part: rt::Part::Beginning,
        code: rt::Borrowed("argument-missing"),
    },
    rt::Refusal {
        text: rt::Borrowed(
            "workspaceUser query unexpectedly returned more than a single user!",
        ),
        part: rt::Part::Whole,
        code: rt::Borrowed("ambiguous"),
    },
];
