//! `@find:label=Data`: the id of an object that is known by another field.

use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Field, Operation, Schema};
use serde_json::Value;

use crate::answer::fields;
use crate::arguments::{Collected, Problem, shown};
use crate::call::Call;
use crate::failure::{Code, Exit, Failure};
use crate::schema::names::{self, kebab};
use crate::terminal::output;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::{plain, short, words_of};

/// Looks up every argument that is given as `@find:`. A dry run only checks that the look-up is possible.
///
/// # Errors
///
/// Fails if no object or several are found, with a list of them, or if the query fails. The operation was not sent then.
pub(crate) fn resolve(call: &Call<'_>, collected: &mut Collected<'_>) -> Result<(), Failure> {
    // One look-up may need the result of another.
    loop {
        let lookups = collected.lookups();
        let mut problems = Vec::new();
        let mut is_found = false;
        for (argument, words) in &lookups {
            match LookUp::plan(call, argument, words, collected) {
                Err(why) => problems.push(Problem::at(shown(call.operation, &argument.name), why)),
                Ok(lookup) => {
                    let id = match call.options.running.dry_run {
                        true => format!("@find:{words}"),
                        false => lookup.run(call, argument)?,
                    };
                    collected.found(&argument.name, id);
                    is_found = true;
                }
            }
        }
        if problems.is_empty() {
            return Ok(());
        }
        if !is_found {
            let what = format!("{} cannot be run", call.name());
            return Err(Failure::usage(what).details(problems).help("Nothing was sent."));
        }
    }
}

/// A query, and the values that the wanted row must have.
struct LookUp<'s> {
    query: &'s Operation,
    arguments: Arguments,
    wanted: Vec<(&'s Field, String)>,
}

impl<'s> LookUp<'s> {
    /// Chooses the first of the argument's queries that has the given fields and whose required arguments are known.
    fn plan(
        call: &Call<'s>,
        argument: &Argument,
        words: &str,
        collected: &Collected<'_>,
    ) -> Result<LookUp<'s>, String> {
        let schema = call.schema;
        let pairs = pairs(words)?;
        let queries = argument.finders.iter().filter_map(|name| call.query(name));
        let needs = |query: &&Operation| query.arguments.iter().any(|own| own.required);
        let defaults = call.defaults();
        let default = |name: &str| Some(defaults?.get(name)?.as_str()?.to_owned());
        let own = |name: &str| collected.text(name);
        let or_default = |name: &str| own(name).or_else(|| default(name));
        let mut problems: Vec<String> = Vec::new();
        // Arguments of the call go before defaults of the profile, and those before a query over all objects.
        for query in queries.clone().filter(needs) {
            match LookUp::of(schema, query, &pairs, &own) {
                Ok(lookup) => return Ok(lookup),
                Err(problem) => problems.push(problem),
            }
        }
        let lookups = collected.lookups();
        let waits = |query: &Operation| {
            let is_looked_up =
                |name: &str| lookups.iter().any(|(argument, _)| argument.name == name);
            query.arguments.iter().any(|own| own.required && is_looked_up(&own.name))
        };
        if !queries.clone().any(waits) {
            let rest = queries.clone().filter(needs).chain(queries.filter(|query| !needs(query)));
            for query in rest {
                match LookUp::of(schema, query, &pairs, &or_default) {
                    Ok(lookup) => return Ok(lookup),
                    Err(problem) => problems.push(problem),
                }
            }
        }
        // The problem of the first query, which is the usual one.
        Err(problems.into_iter().next().unwrap_or_else(|| "no query can look it up".to_owned()))
    }

    fn of(
        schema: &'s Schema,
        query: &'s Operation,
        pairs: &[(String, String)],
        known: &dyn Fn(&str) -> Option<String>,
    ) -> Result<LookUp<'s>, String> {
        let fields = fields::of(schema, query);
        let is_leaf = |field: &&Field| {
            fields::is_leaf(schema, field) && field.type_ref().item().is_none() && !field.secret
        };
        let name = plain(&query.name);
        let mut lookup = LookUp { query, arguments: Arguments::new(), wanted: Vec::new() };
        for (key, value) in pairs {
            if let Some(field) = names::find(fields, |field| &field.name, key).filter(is_leaf) {
                lookup.wanted.push((field, value.clone()));
            } else if let Some(own) =
                names::find(query.arguments.iter(), |argument| &argument.name, key)
            {
                lookup.arguments.set(own.name.clone(), own.ty.clone(), value.clone().into());
            } else {
                let known = fields.iter().filter(is_leaf).map(|field| field.name.as_ref());
                let meant = did_you_mean(key, known);
                return Err(format!("the result of {name} has no field `{}`{meant}", short(key)));
            }
        }
        if lookup.wanted.is_empty() {
            return Err(format!(
                "`@find:` needs a field of the result of {name}, such as label=NAME"
            ));
        }
        for own in query.arguments.iter().filter(|argument| argument.required) {
            if lookup.arguments.value(&own.name).is_some() {
                continue;
            }
            let Some(value) = known(&own.name) else {
                return Err(format!(
                    "{name} needs {own}: give --{}, or add it: @find:…,{own}=ID",
                    kebab(&own.name),
                    own = plain(&own.name),
                ));
            };
            lookup.arguments.set(own.name.clone(), own.ty.clone(), value.into());
        }
        Ok(lookup)
    }

    /// Returns the id of the only match.
    fn run(&self, call: &Call<'_>, argument: &Argument) -> Result<String, Failure> {
        let schema = call.schema;
        let flag = shown(call.operation, &argument.name);
        let selection = fields::selection(schema, self.query, &self.fields(schema).join(","))?;
        let answer = call.ask(self.query, &self.arguments, &selection).map_err(|failure| {
            failure.detail(format!("It was the look-up for {flag}; {} was not sent.", call.name()))
        })?;
        let rows = answer.as_array().map_or(&[][..], Vec::as_slice);
        let fits = |row: &&Value| {
            let is = |value: &Value, wanted: &str| !value.is_null() && words_of(value) == wanted;
            self.wanted.iter().all(|(field, wanted)| is(&row[&*field.name], wanted))
        };
        let wanted: Vec<String> = self
            .wanted
            .iter()
            .map(|(field, wanted)| format!("{}={}", plain(&field.name), short(wanted)))
            .collect();
        let (query, wanted) = (plain(&self.query.name), wanted.join(","));
        let found: Vec<&Value> = rows.iter().filter(fits).collect();
        match found[..] {
            [one] => match one["id"].as_str() {
                Some(id) => {
                    if call.options.verbosity.verbose {
                        output::note(format_args!(
                            "note: {flag} is {}, found by {query}",
                            short(id)
                        ));
                    }
                    Ok(id.to_owned())
                }
                None => Err(Failure::usage(format!("{flag}: {query} lists no id"))),
            },
            [] => {
                let what = format!("{flag}: {query} found no object with {wanted}");
                let failure = Failure::new(Exit::Usage, what).code(Code::NotFound);
                Err(self.listed(failure, &rows.iter().collect::<Vec<_>>()))
            }
            ref several => {
                let count = several.len();
                let what = format!("{flag}: {query} found {count} objects with {wanted}");
                let failure = Failure::new(Exit::Usage, what).code(Code::Ambiguous);
                Err(self.listed(failure, several))
            }
        }
    }

    /// The id, the wanted fields, and other fields that identify an object for people.
    fn fields(&self, schema: &Schema) -> Vec<String> {
        const USUAL: [&str; 6] = ["id", "label", "releaseName", "username", "email", "description"];
        let fields = fields::of(schema, self.query);
        let usual = USUAL.into_iter().filter(|name| fields.iter().any(|field| field.name == *name));
        let mut names: Vec<String> = usual.map(str::to_owned).collect();
        for (field, _) in &self.wanted {
            if !names.contains(&field.name) {
                names.push(field.name.to_string());
            }
        }
        names
    }

    /// Adds the objects that exist, one per line.
    fn listed(&self, mut failure: Failure, rows: &[&Value]) -> Failure {
        const SHOWN: usize = 20;
        for row in rows.iter().take(SHOWN) {
            let fields = row.as_object().into_iter().flatten();
            let shown = fields
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| format!("{}={}", plain(name), short(&words_of(value))));
            failure = failure.detail(format!("candidate: {}", shown.collect::<Vec<_>>().join(" ")));
        }
        if rows.len() > SHOWN {
            failure = failure.detail(format!("and {} more", rows.len() - SHOWN));
        }
        failure.help(match rows.is_empty() {
            true => "Only the query was sent. It found no objects at all.",
            false => "Only the query was sent. Look for one of these objects, or give its id.",
        })
    }
}

/// The pairs of a look-up. A comma separates them only if a name and `=` follow.
fn pairs(words: &str) -> Result<Vec<(String, String)>, String> {
    let is_name = |text: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
    };
    let mut pairs: Vec<(String, String)> = Vec::new();
    for part in words.split(',') {
        match (part.split_once('='), pairs.last_mut()) {
            (Some((name, value)), _) if is_name(name) => {
                pairs.push((name.to_owned(), value.to_owned()));
            }
            (_, Some((_, value))) => {
                value.push(',');
                value.push_str(part);
            }
            (_, None) => {
                return Err(format!(
                    "`@find:{}` is not a valid look-up; write @find:label=NAME",
                    short(words)
                ));
            }
        }
    }
    Ok(pairs)
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn a_comma_may_be_part_of_a_value() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(pairs("label=a=b").unwrap(), [pair("label", "a=b")]);
        assert_eq!(pairs("label=a, b,x-y=1").unwrap(), [pair("label", "a, b"), pair("x-y", "1")]);
        assert_eq!(pairs("label=").unwrap(), [pair("label", "")]);
        for words in ["", "label", "=x", "a b=c"] {
            assert!(pairs(words).is_err(), "{words}");
        }
    }
}
