//! Cards, trials and suspensions. The platform bills nobody: it knows no provider of payments.

use jiff::{SignedDuration, Timestamp};

use crate::{
    call::{Answer, Call, Write},
    clock,
    refusal::Refusal,
    store::{Kind, Row},
};

/// `card`, `addCard` and `updateCard`: the text that the server runs into without a provider.
pub(super) fn no_provider<R>(_: &Call<'_, R>) -> Answer {
    Err(Refusal::internal("Cannot read property 'data' of undefined"))
}

pub(super) fn suspend(call: &Write<'_>) -> Answer {
    let mut workspace = named(call)?;
    workspace["active"] = (call.arguments["isSuspended"] != true).into();
    call.save(Kind::Workspaces, workspace)
}

/// Ties a workspace to a customer, which ends its trial and lifts a suspension.
pub(super) fn add_customer(call: &Write<'_>) -> Answer {
    let mut workspace = named(call)?;
    workspace["stripeCustomerId"] = call.text("stripeCustomerId").into();
    workspace["active"] = true.into();
    workspace["trialEndsAt"] = clock::iso(call.now).into();
    call.save(Kind::Workspaces, workspace)
}

/// Adds days to the day, not the hour, on which a trial ends.
pub(super) fn extend_trial(call: &Write<'_>) -> Answer {
    let mut workspace = named(call)?;
    let ends = workspace["trialEndsAt"].as_str().and_then(|time| time.parse::<Timestamp>().ok());
    let ends = ends.unwrap_or(call.now).as_second();
    let day = SignedDuration::from_hours(24);
    let days = call.arguments["extraDays"].as_i64().unwrap_or_default();
    let seconds = (ends.div_euclid(day.as_secs()) + days).saturating_mul(day.as_secs());
    let ends = Timestamp::from_second(seconds)
        .map_err(|_| Refusal::input("a trial cannot end that far away"))?;
    workspace["trialEndsAt"] = clock::iso(ends).into();
    call.save(Kind::Workspaces, workspace)
}

fn named(call: &Write<'_>) -> Result<Row, Refusal> {
    call.row(Kind::Workspaces, call.text("workspaceUuid"))
}
