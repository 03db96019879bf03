use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{Budget, Failed, GaveUp, asked, jitter, settle};
use crate::outcome::Outcome;
use crate::schema::OperationKind::{self, Mutation, Query};

/// Sun, 06 Nov 1994 08:49:37 GMT, the date of RFC 9110.
fn now() -> SystemTime {
    UNIX_EPOCH + seconds(784_111_777)
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn failed(operation: OperationKind, outcome: Outcome) -> Failed<'static> {
    Failed {
        operation,
        outcome,
        held_back: false,
        lasting: false,
        repeatable: false,
        attempts: 1,
        retries: 3,
        took: seconds(1),
        left: seconds(119),
        retry_after: None,
    }
}

fn wait(failed: &Failed<'_>) -> Result<Duration, Option<GaveUp>> {
    failed.wait(now(), 0.5, &Budget::new())
}

#[test]
fn jitter_doubles_up_to_a_limit() {
    let longest: Vec<_> = (1..=9).map(|attempts| jitter(attempts, 1.0).as_millis()).collect();
    assert_eq!(longest, [200, 400, 800, 1600, 3200, 6400, 12_800, 20_000, 20_000]);
    assert_eq!(jitter(u32::MAX, 1.0), seconds(20));
    assert_eq!(jitter(0, 1.0), Duration::from_millis(200));
    assert_eq!(jitter(3, 0.0), Duration::ZERO);
    assert_eq!(jitter(3, 0.25), Duration::from_millis(200));
}

#[test]
fn retry_after_is_seconds_or_a_date() {
    for (header, expected) in [
        ("3", Some(3)),
        (" 0 ", Some(0)),
        ("1000000000", Some(1_000_000_000)),
        ("99999999999999999999999", Some(u64::MAX / 2)),
        ("Sun, 06 Nov 1994 08:49:42 GMT", Some(5)),
        ("Sunday, 06-Nov-94 08:49:42 GMT", Some(5)),
        ("Sun Nov  6 08:49:42 1994", Some(5)),
        ("Sun, 06 Nov 1994 08:49:37 GMT", Some(0)),
        ("Sat, 05 Nov 1994 08:49:37 GMT", Some(0)),
        ("-1", None),
        ("+3", None),
        ("1.5", None),
        ("3 s", None),
        ("soon", None),
        ("", None),
    ] {
        assert_eq!(asked(header, now()), expected.map(seconds), "{header:?}");
    }
}

#[test]
fn queries_are_repeated_unless_refused() {
    let half = Ok(Duration::from_millis(100));
    for (outcome, expected) in [
        (Outcome::Done, Err(None)),
        (Outcome::Partial, Err(None)),
        (Outcome::NotSent, half),
        (Outcome::Refused, Err(None)),
        (Outcome::Unknown, half),
    ] {
        assert_eq!(wait(&failed(Query, outcome)), expected, "{outcome:?}");
        let subscription = failed(OperationKind::Subscription, outcome);
        assert_eq!(wait(&subscription), expected, "{outcome:?}");
    }
}

#[test]
fn mutations_are_repeated_only_when_nothing_ran() {
    let half = Ok(Duration::from_millis(100));
    for repeatable in [false, true] {
        for (outcome, expected) in [
            (Outcome::Done, Err(None)),
            (Outcome::Partial, Err(None)),
            (Outcome::NotSent, half),
            (Outcome::Refused, Err(None)),
            (Outcome::Unknown, if repeatable { half } else { Err(None) }),
        ] {
            let failed = Failed { repeatable, ..failed(Mutation, outcome) };
            assert_eq!(wait(&failed), expected, "{outcome:?} {repeatable}");
        }
    }
}

#[test]
fn what_a_gateway_held_back_is_repeated() {
    for operation in [Query, Mutation] {
        let mut failed = Failed { held_back: true, ..failed(operation, Outcome::Refused) };
        assert_eq!(wait(&failed), Ok(Duration::from_millis(100)));
        failed.retry_after = Some("60");
        assert_eq!(wait(&failed), Ok(Duration::from_millis(60_100)));
        failed.retry_after = Some("61");
        assert_eq!(wait(&failed), Err(Some(GaveUp::Asked(seconds(61)))));
        failed.retry_after = Some("never");
        assert_eq!(wait(&failed), Ok(Duration::from_millis(100)));
    }
}

#[test]
fn attempts_and_time_end() {
    let mut failed = failed(Query, Outcome::Unknown);
    failed.attempts = 3;
    assert_eq!(wait(&failed), Ok(Duration::from_millis(400)));
    failed.attempts = 4;
    assert_eq!(wait(&failed), Err(Some(GaveUp::Attempts(4))));
    failed.retries = 0;
    assert_eq!(wait(&failed), Err(None));
    (failed.attempts, failed.retries) = (1, 3);
    failed.left = Duration::from_millis(100);
    assert_eq!(wait(&failed), Err(Some(GaveUp::Time)));
    failed.left = Duration::from_millis(101);
    assert!(wait(&failed).is_ok());
}

#[test]
fn a_mutation_needs_the_time_that_it_took() {
    let mut failed = failed(Mutation, Outcome::NotSent);
    failed.left = Duration::from_millis(1100);
    assert_eq!(wait(&failed), Err(Some(GaveUp::Time)));
    failed.left = Duration::from_millis(1101);
    assert!(wait(&failed).is_ok());
}

#[test]
fn the_budget_is_a_fifth_of_the_requests() {
    let budget = Budget::new();
    let all = |budget: &Budget| std::iter::from_fn(|| budget.take().then_some(())).count();
    assert_eq!(all(&budget), 10);
    let failed = failed(Query, Outcome::Unknown);
    assert_eq!(failed.wait(now(), 0.5, &budget), Err(Some(GaveUp::Budget)));
    (0..4).for_each(|_| budget.earn());
    assert!(!budget.take());
    budget.earn();
    assert!(failed.wait(now(), 0.5, &budget).is_ok());
    (0..10_000).for_each(|_| budget.earn());
    assert_eq!(all(&budget), 100);
}

#[test]
fn what_is_not_repeated_costs_nothing() {
    let budget = Budget::new();
    let refused = failed(Query, Outcome::Refused);
    let late = Failed { left: Duration::ZERO, ..failed(Query, Outcome::Unknown) };
    for _ in 0..100 {
        assert!(refused.wait(now(), 0.5, &budget).is_err());
        assert!(late.wait(now(), 0.5, &budget).is_err());
    }
    assert!(budget.take());
}

#[test]
fn what_may_have_run_before_is_not_undone_by_a_refusal() {
    use Outcome::{Done, NotSent, Partial, Refused, Unknown};
    for (operation, before, last, expected) in [
        (Mutation, None, NotSent, NotSent),
        (Mutation, Some(Unknown), NotSent, Unknown),
        (Mutation, Some(Unknown), Refused, Unknown),
        (Mutation, Some(Unknown), Done, Done),
        (Mutation, Some(Unknown), Partial, Partial),
        (Mutation, Some(NotSent), Refused, Refused),
        (Mutation, Some(Refused), NotSent, Refused),
        (Mutation, Some(NotSent), Unknown, Unknown),
        (Query, Some(Unknown), Refused, Refused),
        (Query, Some(Unknown), NotSent, Unknown),
    ] {
        assert_eq!(settle(operation, before, last), expected, "{operation:?} {before:?} {last:?}");
    }
}
