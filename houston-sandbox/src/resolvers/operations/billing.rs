//! Cards, trials and suspensions. The platform has no payment provider.

use jiff::{SignedDuration, Timestamp};

use crate::error::refusal::Refusal;
use crate::resolvers::call::{Call, Write};
use crate::resolvers::output::Answer;
use crate::store::{Row, Time, Workspace};

/// `card`, `addCard` and `updateCard`: the server's error without a provider.
pub(super) fn no_provider<R>(_: &Call<'_, R>) -> Answer {
    Err(Refusal::internal("Cannot read property 'data' of undefined"))
}

pub(super) fn suspend(call: &Write<'_>) -> Answer {
    let mut workspace = named(call)?;
    workspace.active = call.arguments["isSuspended"] != true;
    Ok(call.save(workspace)?.into())
}

/// Links a workspace to a customer, which ends its trial and its suspension.
pub(super) fn add_customer(call: &Write<'_>) -> Answer {
    let mut workspace = named(call)?;
    workspace.stripe_customer_id = Some(call.text("stripeCustomerId").to_owned());
    workspace.active = true;
    workspace.trial_ends_at = Some(Time(call.now));
    Ok(call.save(workspace)?.into())
}

/// Adds days to the end of a trial, and sets its time to midnight.
pub(super) fn extend_trial(call: &Write<'_>) -> Answer {
    let mut workspace = named(call)?;
    let ends = workspace.trial_ends_at.map_or(call.now, |ends| ends.0).as_second();
    let day = SignedDuration::from_hours(24);
    let days = call.arguments["extraDays"].as_i64().unwrap_or_default();
    let seconds = (ends.div_euclid(day.as_secs()) + days).saturating_mul(day.as_secs());
    let ends = Timestamp::from_second(seconds)
        .map_err(|_| Refusal::input("a trial cannot end that far away"))?;
    workspace.trial_ends_at = Some(Time(ends));
    Ok(call.save(workspace)?.into())
}

fn named(call: &Write<'_>) -> Result<Row<Workspace>, Refusal> {
    call.row(call.text("workspaceUuid"))
}
