//! Why rows failed: each cause once, with its next steps.

use std::collections::BTreeMap;

use super::report::{Line, Word};
use crate::call::Call;
use crate::failure::Code;
use crate::terminal::text::plain;

/// How many errors of a code are kept, and lines below one.
const KEPT: usize = 3;

/// The causes, by their codes.
#[derive(Debug, Default)]
pub(super) struct Causes {
    by_code: BTreeMap<String, Cause>,
    /// How many rows failed in an earlier run, and were not tried again.
    pub(super) left: u64,
}

/// The rows that failed with a code.
#[derive(Debug, Default)]
struct Cause {
    count: u64,
    /// The first errors, each with the number of its rows and the first of them.
    errors: Vec<(String, u64, u64)>,
    /// What is said below the first error.
    details: Vec<String>,
    next: Vec<String>,
}

impl Causes {
    /// Counts a row that failed. Of a row that failed in an earlier run, the details and next steps are not known.
    pub(super) fn add(
        &mut self,
        line: &Line,
        details: Vec<String>,
        next: &[String],
        is_told: bool,
    ) {
        let Some(code) = &line.code else { return };
        if is_told && matches!(line.outcome, Word::Refused | Word::NotSent) {
            self.left += 1;
        }
        let cause = self.by_code.entry(code.clone()).or_default();
        cause.count += 1;
        if cause.next.is_empty() {
            cause.next = next.to_vec();
        }
        let error = line.error.clone().unwrap_or_default();
        if cause.errors.is_empty() {
            cause.details = details;
        }
        match cause.errors.iter().position(|(known, ..)| *known == error) {
            Some(at) => cause.errors[at].1 += 1,
            None if cause.errors.len() < KEPT => cause.errors.push((error, 1, line.row)),
            None => {}
        }
    }

    /// What happened, in lines.
    pub(super) fn told(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (code, Cause { count, errors, details, .. }) in &self.by_code {
            for (at, (error, count, row)) in errors.iter().enumerate() {
                let rows = match count {
                    1 => format!("row {row}"),
                    count => format!("{count} rows, first row {row}"),
                };
                lines.push(format!("{rows}: {} [{code}]", plain(error)));
                if at == 0 {
                    lines.extend(details.iter().take(KEPT).map(|line| format!("  {line}")));
                    let more = details.len().saturating_sub(KEPT);
                    lines.extend((more > 0).then(|| format!("  and {more} more lines")));
                }
            }
            let more = count - errors.iter().map(|(_, count, _)| count).sum::<u64>();
            match more {
                0 => {}
                1 => lines.push(format!("and 1 more row [{code}]")),
                more => lines.push(format!("and {more} more rows [{code}]")),
            }
        }
        lines
    }

    /// The next steps, with the code of each if there are several codes.
    pub(super) fn next(&self, call: &Call<'_>) -> Vec<String> {
        let mut steps = Vec::new();
        for (code, cause) in &self.by_code {
            let mut next = cause.next.clone();
            if next.is_empty() && self.left > 0 {
                next.extend(Code::of_word(code).map(|code| call.next_for(code)));
            }
            if self.by_code.len() > 1 {
                next.iter_mut().take(1).for_each(|step| *step = format!("{code}: {step}"));
            }
            steps.extend(next);
        }
        steps
    }
}
