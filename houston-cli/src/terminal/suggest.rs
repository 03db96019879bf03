//! Suggestions for misspelled names.

use std::cell::Cell;

/// The least similarity of two names, from 0 to 1. Below it, a suggestion is noise.
const ALIKE: f64 = 0.65;

/// The longest text that is compared. A longer one is not a misspelled name, and each comparison would take long.
const LONGEST: usize = 200;

/// How many pairs of letters a thread compares at most, in all its suggestions: a schema can have any number of names, and
/// an input any number of wrong ones. They take less than a second.
const MOST: usize = 10_000_000;

thread_local! {
    /// How many pairs are left.
    static LEFT: Cell<usize> = const { Cell::new(MOST) };
}

/// Takes so many pairs, and returns whether there were enough. If there were not, none are left.
fn take(pairs: usize) -> bool {
    let left = LEFT.get().checked_sub(pairs);
    LEFT.set(left.unwrap_or_default());
    left.is_some()
}

/// How similar each name is to a text, until no pairs are left. `similarity` gets the text and the name, folded.
fn scored<'a>(
    wanted: &str,
    names: impl IntoIterator<Item = &'a str>,
    similarity: impl Fn(&str, &str) -> f64,
) -> Vec<(f64, &'a str)> {
    if wanted.len() > LONGEST {
        return Vec::new();
    }
    let wanted = folded(wanted);
    let names = names.into_iter().filter(|name| name.len() <= LONGEST);
    // Each name has at least one letter to look at.
    let names = names.take_while(|name| take(name.len().max(1)));
    names.map(|name| (similarity(&wanted, &folded(name)), name)).collect()
}

/// The similarity of two names by their letters. It is 0 if it cannot reach `least`.
fn alike(wanted: &str, name: &str, least: f64) -> f64 {
    let (one, other) = (wanted.chars().count(), name.chars().count());
    let could_be = one.min(other) as f64 / one.max(other).max(1) as f64;
    match could_be >= least && take(one * other) {
        true => strsim::normalized_damerau_levenshtein(wanted, name),
        false => 0.0,
    }
}

/// The name that is most probably meant by `wanted`, if that is a misspelled name.
pub(crate) fn misspelled<'a>(
    wanted: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // Among short names, one other letter makes another name: `gpu` and `cpu`.
    const MISSPELLED: f64 = 0.7;
    let scored = scored(wanted, names, |wanted, name| {
        // A word before or behind it makes another name as well: `minReplicas` and `replicas`.
        match wanted.contains(name) && wanted.len() > name.len() + 2 {
            true => 0.0,
            false => alike(wanted, name, MISSPELLED),
        }
    });
    let best = scored.into_iter().max_by(|left, right| left.0.total_cmp(&right.0));
    best.filter(|(score, _)| *score >= MISSPELLED).map(|(_, name)| name)
}

/// The names that are most similar to `wanted`: at most three, the most similar first.
pub(crate) fn closest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut scored = scored(wanted, names, |wanted, name| {
        let score = alike(wanted, name, ALIKE);
        // A name that contains the text is a good match, whatever the distance.
        if wanted.len() > 3 && name.contains(wanted) { score.max(ALIKE) } else { score }
    });
    scored.retain(|(score, _)| *score >= ALIKE);
    // If one name is very similar, weaker matches are noise.
    let best = scored.iter().map(|(score, _)| *score).fold(ALIKE, f64::max);
    scored.retain(|(score, _)| *score > best - 0.1);
    // The sort is stable: equally similar names keep the order of the schema.
    scored.sort_by(|left, right| right.0.total_cmp(&left.0));
    scored.dedup_by_key(|(_, name)| *name);
    scored.into_iter().take(3).map(|(_, name)| name).collect()
}

/// Returns `; did you mean …?`, or an empty text.
pub(crate) fn did_you_mean<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    one_of(&closest(wanted, names))
}

/// Returns `; did you mean …?` with these names, or an empty text. Says if not all names were compared.
pub(crate) fn one_of(names: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let is_cut = LEFT.get() == 0;
    match names.as_slice() {
        [] if is_cut => "; there are too many names to suggest one".to_owned(),
        [] => String::new(),
        [one] => format!("; did you mean `{one}`?"),
        [first @ .., last] => format!("; did you mean `{}` or `{last}`?", first.join("`, `")),
    }
}

/// People mix up case, hyphens and underscores, so they are ignored.
fn folded(name: &str) -> String {
    name.chars()
        .filter(|letter| !matches!(letter, '-' | '_'))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{closest, did_you_mean, misspelled};

    const NAMES: [&str; 4] =
        ["createDeployment", "createWorkspace", "deployments", "workspaceDeployments"];

    #[test]
    fn the_likeliest_comes_first() {
        assert_eq!(closest("create-deploymnet", NAMES), ["createDeployment"]);
        assert_eq!(closest("deployment", NAMES)[0], "deployments");
        assert_eq!(closest("CREATEWORKSPACE", NAMES), ["createWorkspace"]);
        assert!(closest("xyz", NAMES).is_empty());
    }

    #[test]
    fn a_part_of_a_name_is_not_misspelled() {
        for (wanted, meant) in [
            ("fullName", Some("fullName")),
            ("full-nam", Some("fullName")),
            ("name", None),
            ("userName", None),
            ("cpus", Some("cpu")),
            ("gpu", None),
            ("minRole", None),
            ("maxFullName", None),
        ] {
            assert_eq!(misspelled(wanted, ["fullName", "role", "cpu"]), meant, "{wanted}");
        }
    }

    #[test]
    fn very_long_and_very_many_names_are_not_compared() {
        let long = format!("{}x", "a".repeat(200));
        assert!(closest(&"a".repeat(200), [long.as_str()]).is_empty());
        // A name whose length does not fit takes one look at its letters.
        let many = (0..100_000).map(|_| "b").chain(["createWorkspace"]);
        assert_eq!(closest("createWorkspac", many), ["createWorkspace"]);
        assert_eq!(did_you_mean("xyz", NAMES), "");
        let many = (0..100_000).map(|_| "createWorkspaces").chain(["createWorkspace"]);
        assert_eq!(did_you_mean("createWorkspac", many), "; did you mean `createWorkspaces`?");
        assert_eq!(
            did_you_mean("createWorkspac", NAMES),
            "; there are too many names to suggest one"
        );
    }

    #[test]
    fn the_sentence_fits_the_number_of_names() {
        assert_eq!(did_you_mean("xyz", NAMES), "");
        assert_eq!(did_you_mean("createWorkspac", NAMES), "; did you mean `createWorkspace`?");
        assert_eq!(did_you_mean("ab", ["aa", "ac", "abc"]), "; did you mean `abc`?");
        let several = did_you_mean("abcd", ["abce", "abcf"]);
        assert_eq!(several, "; did you mean `abce` or `abcf`?");
    }
}
