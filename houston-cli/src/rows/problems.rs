//! What is wrong with the rows of a file, all at once.

use houston_client::schema::Operation;

use crate::arguments::Problem;
use crate::commands::builtin;
use crate::failure::{Failure, MOST_DETAILS as SHOWN};

/// The problems so far: all are counted, and the first are kept.
#[derive(Default)]
pub(super) struct Problems {
    of_file: Vec<Problem>,
    /// Problems of single rows, each with its line.
    of_rows: Vec<(u64, Problem)>,
    rows: usize,
    file: usize,
    /// Whether another schema may have a name in them.
    are_unknown: bool,
}

impl Problems {
    /// Adds problems of the file, its columns, or of what is the same in all rows.
    pub(super) fn of_file(&mut self, problems: impl IntoIterator<Item = Problem>) {
        for problem in problems {
            self.file += 1;
            self.are_unknown |= problem.is_unknown;
            if self.of_file.len() < SHOWN {
                self.of_file.push(problem);
            }
        }
    }

    /// Adds problems of a row.
    pub(super) fn of_row(&mut self, line: u64, problems: Vec<Problem>) {
        self.rows += problems.len();
        self.are_unknown |= problems.iter().any(|problem| problem.is_unknown);
        let left = SHOWN.saturating_sub(self.of_rows.len());
        self.of_rows.extend(problems.into_iter().take(left).map(|problem| (line, problem)));
    }

    /// The failure of these problems, if there are some. If rows are skipped, their problems are not counted.
    pub(super) fn failure(
        mut self,
        operation: &Operation,
        file: &str,
        skips: bool,
    ) -> Option<Failure> {
        if skips {
            (self.of_rows, self.rows) = (Vec::new(), 0);
        }
        let count = self.file + self.rows;
        if count == 0 {
            return None;
        }
        self.of_rows.sort_by_key(|(line, _)| *line);
        let of_rows = self.of_rows.into_iter().map(|(_, problem)| problem);
        let shown: Vec<Problem> = self.of_file.into_iter().chain(of_rows).take(SHOWN).collect();
        let problems = if count == 1 { "a problem" } else { &format!("{count} problems") };
        let more = (count > shown.len()).then(|| format!("and {} more", count - shown.len()));
        let failure = Failure::usage(format!("the rows of {file} have {problems}"))
            .about_names(self.are_unknown)
            .details(shown)
            .details(more);
        let failure = match self.file {
            0 => failure.help("Correct the rows, or leave them out with `--skip-invalid`."),
            _ => failure,
        };
        Some(failure.help(format!("See `{} --help`.", builtin::call(operation))))
    }
}
