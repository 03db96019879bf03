//! The arguments of a run over many rows: constants, and what the cells of a row give.

use std::borrow::Cow;
use std::collections::HashMap;

use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Operation, Scalar, Schema, TypeKind, TypeRef};
use serde_json::Value;

use super::cell::Cell;
use super::coerce::Reader;
use super::filled::{self, Added};
use super::flags::{shown, unknown};
use super::keys;
use super::place::{LookUp, Place};
use super::problem::Problem;
use super::raw::RawArgument;
use super::source::FIND;
use super::template::{self, Filler};
use super::variables::Changes;
use crate::schema::names::{self, kebab};
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::{plain, short};

/// The most parts that the name of a column may have, as for flags.
const DEEPEST: usize = 128;

/// What is given for the arguments of a call: by its flags for all rows, and by the columns of its rows.
#[derive(Clone, Debug)]
pub(crate) struct Bound<'o> {
    pub(crate) schema: &'o Schema,
    pub(crate) operation: &'o Operation,
    /// What each row adds.
    added: Added,
    allow_secrets: bool,
    /// One for each argument of the operation, in the same order.
    binds: Vec<Bind>,
    columns: Vec<Column>,
    by_name: HashMap<String, usize>,
    /// The columns that templates name, each with the flag.
    used: Vec<(String, String)>,
}

/// What is given for an argument.
#[derive(Clone, Debug)]
struct Bind {
    place: Place,
    ty: String,
    given: RawArgument,
    /// Whether it comes from the profile: a cell replaces it.
    is_default: bool,
    /// The value, if it is the same in all rows.
    constant: Option<(Value, Vec<LookUp>)>,
    columns: Vec<usize>,
    /// Whether it must be given; one that can be read from another need not be.
    required: bool,
}

#[derive(Clone, Debug)]
struct Column {
    name: String,
    /// The path below its argument.
    path: Vec<String>,
}

/// The arguments of one row.
#[derive(Debug)]
pub(crate) struct Given {
    pub(crate) arguments: Arguments,
    pub(crate) lookups: Vec<LookUp>,
    pub(crate) problems: Vec<Problem>,
    /// The required arguments that are not given, by their number.
    pub(crate) missing: Vec<usize>,
}

/// What is wrong with the name of a column.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) what: String,
    /// Whether another schema may have the name.
    is_unknown: bool,
}

impl From<String> for Refused {
    fn from(what: String) -> Self {
        Refused { what, is_unknown: false }
    }
}

impl Refused {
    /// The problem of the column at this place.
    pub(crate) fn at(self, place: String) -> Problem {
        let problem = Problem::at(place, self.what);
        if self.is_unknown { problem.unknown() } else { problem }
    }
}

impl<'o> Bound<'o> {
    /// Reads the constants. `given` has one entry for each argument, and tells whether it comes from the profile.
    ///
    /// # Errors
    ///
    /// Returns every problem of a value that is the same in all rows, and of a template.
    pub(super) fn new(
        schema: &'o Schema,
        operation: &'o Operation,
        given: Vec<(RawArgument, bool)>,
        added: Added,
        allow_secrets: bool,
    ) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut used = Vec::new();
        let mut binds = Vec::new();
        let relaxed = filled::relaxed(operation);
        let required = relaxed.arguments.iter().map(|argument| argument.required);
        let required: Vec<bool> = required.collect();
        for (argument, (given, is_default)) in operation.arguments.iter().zip(given) {
            let place = Place::flag(shown(operation, &argument.name), argument);
            let ty = argument.value_type().to_string();
            let mut is_template = false;
            given.each_text(is_text(schema, TypeRef(&ty)), &mut |text| {
                if template::is_template(text) && !is_default {
                    is_template = true;
                    let name = |name: &str| {
                        used.push((place.path().to_owned(), name.to_owned()));
                        Ok("".into())
                    };
                    let filled = template::filled(text, name);
                    problems.extend(filled.err().map(|what| place.problem(what)));
                }
            });
            let mut constant = None;
            if !given.is_empty() && !is_template {
                let mut reader = Reader { allow_secrets, ..Reader::new(schema, operation) };
                let value = reader.value(&place, TypeRef(&ty), given.clone());
                constant = value.map(|value| (value, reader.lookups));
                problems.append(&mut reader.problems);
            }
            let (columns, required) = (Vec::new(), required[binds.len()]);
            binds.push(Bind { place, ty, given, is_default, constant, columns, required });
        }
        let (columns, by_name) = (Vec::new(), HashMap::new());
        let bound =
            Bound { schema, operation, added, allow_secrets, binds, columns, by_name, used };
        if problems.is_empty() { Ok(bound) } else { Err(problems) }
    }

    /// Adds the next column. Templates find it by its name; if it `is_argument`, its cells are given for an argument.
    ///
    /// # Errors
    ///
    /// Fails with what is wrong with its name. The column is added, and gives nothing.
    pub(crate) fn column(&mut self, name: &str, is_argument: bool) -> Result<(), Refused> {
        let at = self.columns.len();
        let mut path = name.split('.');
        let first = path.next().unwrap_or_default();
        let path: Vec<String> = path.map(str::to_owned).collect();
        self.columns.push(Column { name: name.to_owned(), path });
        // Of two columns of one name, the reader of the header tells.
        if self.by_name.insert(name.to_owned(), at).is_some() || !is_argument {
            return Ok(());
        }
        let Some(argument) = names::argument(self.operation, first) else {
            // A column of templates need not be an argument.
            return match self.used.iter().any(|(_, used)| used == name) {
                true => Ok(()),
                false => Err(Refused { what: self.no_argument(name, first), is_unknown: true }),
            };
        };
        let row = &self.operation.arguments[argument];
        let path = &self.columns[at].path;
        self.fits(row, path)?;
        let spelled = |path: &[String]| path.iter().map(|part| kebab(part)).collect::<Vec<_>>();
        let bind = &self.binds[argument];
        let is_same = |other: &&usize| spelled(&self.columns[**other].path) == spelled(path);
        if let Some(other) = bind.columns.iter().find(is_same) {
            let other = short(&self.columns[*other].name);
            let what = format!("it names the same argument as column {other}; remove one of them");
            return Err(what.into());
        }
        if !bind.is_default && bind.given.gives(path) {
            let below: String = path.iter().map(|part| format!(".{}", short(part))).collect();
            let what = format!(
                "it is also given by {}{below}; remove one of them, or add `--ignore-columns {}`",
                shown(self.operation, &row.name),
                short(name)
            );
            return Err(what.into());
        }
        let bind = &mut self.binds[argument];
        bind.columns.push(at);
        bind.constant = None;
        bind.place = Place::flag(format!("column {}", short(first)), row);
        Ok(())
    }

    fn no_argument(&self, name: &str, first: &str) -> String {
        let what = unknown(String::new(), self.operation, first).what;
        match what.ends_with('?') {
            true => what,
            false => format!("{what}; `--ignore-columns {}` leaves it out", short(name)),
        }
    }

    /// Checks that the fields of a path exist.
    fn fits(&self, argument: &Argument, path: &[String]) -> Result<(), Refused> {
        let mut ty = argument.value_type().to_string();
        if path.len() > DEEPEST {
            return Err(format!("nested more than {DEEPEST} levels deep").into());
        }
        for part in path {
            if part.is_empty() {
                return Err("a name between two dots is empty".to_owned().into());
            }
            let of = TypeRef(&ty);
            if of.item().is_some() {
                return Err(format!("{} is a list; write it as JSON in one column", of.0).into());
            }
            let Some(shape) = self.schema.shape_named(of.name()) else { return Ok(()) };
            match (shape.kind, shape.scalar) {
                (TypeKind::Input, _) => {
                    let is_known = self.schema.type_named(&shape.name).is_some();
                    let reads = (!is_known).then_some(&*self.operation.name);
                    let unknown = |what| Refused { what, is_unknown: true };
                    let (_, field) =
                        keys::key(self.schema, shape, part, false, reads).map_err(unknown)?;
                    ty = field.value_type().to_string();
                }
                (TypeKind::Scalar, Scalar::Json) => return Ok(()),
                _ => return Err(format!("{} has no fields", shape.name).into()),
            }
        }
        Ok(())
    }

    /// What the columns lack, if all of them are known: required arguments that nothing gives, and names in templates.
    /// Rows then have no problem because of these. Arguments that are given `elsewhere` are not missing.
    pub(crate) fn lacking(&mut self, elsewhere: impl Fn(&Argument) -> bool) -> Vec<Problem> {
        let mut problems: Vec<Problem> = Vec::new();
        for (flag, name) in &self.used {
            let is_known = self.by_name.contains_key(name);
            let problem = || Problem::at(flag.as_str(), self.unknown_column(name));
            let problem = (!is_known).then(problem);
            problems.extend(problem.filter(|problem| !problems.contains(problem)));
        }
        let none = Some((Value::Null, Vec::new()));
        for (bind, argument) in self.binds.iter_mut().zip(&self.operation.arguments) {
            if problems.iter().any(|problem| problem.place.as_deref() == Some(bind.place.path())) {
                bind.constant = none.clone();
            } else if bind.required
                && bind.given.is_empty()
                && bind.columns.is_empty()
                && !elsewhere(argument)
            {
                let mut problem = bind.place.lacking(argument);
                problem.what += &format!(
                    " Give it with this flag, or in a column `{}`.",
                    plain(&argument.name)
                );
                problems.push(problem);
                bind.constant = none.clone();
            }
        }
        problems
    }

    fn unknown_column(&self, name: &str) -> String {
        let known = self.columns.iter().map(|column| &*column.name);
        template::unknown(name, &did_you_mean(name, known))
    }

    /// The arguments of a row: those that are `wanted`.
    pub(crate) fn row(&self, cells: &[Cell], wanted: impl Fn(usize) -> bool) -> Given {
        let cell = |name: &str| -> Result<Cow<'_, str>, String> {
            match self.by_name.get(name).map(|at| cells.get(*at)) {
                Some(cell) => cell.unwrap_or(&Cell::Absent).text(name),
                None => Err(self.unknown_column(name)),
            }
        };
        let mut reader = Reader {
            allow_secrets: self.allow_secrets,
            filler: Filler(Some(&cell)),
            ..Reader::new(self.schema, self.operation)
        };
        let mut arguments = Arguments::new();
        let mut missing = Vec::new();
        let binds = self.binds.iter().zip(&self.operation.arguments).enumerate();
        for (at, (bind, argument)) in binds.filter(|(at, _)| wanted(*at)) {
            let value = match &bind.constant {
                Some((value, lookups)) => {
                    reader.lookups.extend_from_slice(lookups);
                    Some(value.clone())
                }
                None => match self.given(bind, cells) {
                    None if bind.required => {
                        missing.push(at);
                        continue;
                    }
                    None => continue,
                    Some(given) => reader.value(&bind.place, TypeRef(&bind.ty), given),
                },
            };
            arguments.set(argument.name.clone(), argument.ty.clone(), value.unwrap_or_default());
        }
        let Reader { mut lookups, mut problems, .. } = reader;
        let added = self.added.complete(self.operation, &mut arguments, &mut lookups);
        problems.extend(added.err());
        Given { arguments, lookups, problems, missing }
    }

    /// What a row gives for an argument.
    fn given(&self, bind: &Bind, cells: &[Cell]) -> Option<RawArgument> {
        let mut given = match bind.is_default {
            true => RawArgument::default(),
            false => bind.given.clone(),
        };
        for column in &bind.columns {
            let Some(cell) = cells.get(*column).filter(|cell| **cell != Cell::Absent) else {
                continue;
            };
            let path = &self.columns[*column].path;
            if cell.begins_with(FIND) && !bind.place.finders.is_empty() && path.is_empty() {
                let how = "a cell is data and is not looked up; write the look-up in the flag, as `@find:label={column}`";
                given.unread = Some(how.to_owned().into());
                continue;
            }
            cell.add_to(given.at(path.iter().map(String::as_str)));
        }
        match given.is_empty() && bind.is_default {
            true => Some(bind.given.clone()),
            false => Some(given).filter(|given| !given.is_empty()),
        }
    }

    /// The place of an argument: its column, or its flag.
    pub(crate) fn place(&self, name: &str) -> String {
        let mut binds = self.binds.iter().zip(&self.operation.arguments);
        let bind = binds.find(|(_, argument)| argument.name == name);
        bind.map_or_else(String::new, |(bind, _)| bind.place.path().to_owned())
    }

    /// The problem of a required argument that a row does not give.
    pub(crate) fn missing(&self, at: usize) -> Problem {
        let argument = &self.operation.arguments[at];
        let what = match self.binds[at].columns.is_empty() {
            true => return self.binds[at].place.lacking(argument),
            false => format!("missing ({}). {}", argument.ty, plain(&argument.description)),
        };
        self.binds[at].place.problem(what.trim_end())
    }

    /// The arguments that are the same in all rows.
    pub(crate) fn constants(&self) -> Arguments {
        let mut arguments = Arguments::new();
        for (bind, argument) in self.binds.iter().zip(&self.operation.arguments) {
            if let Some((value, _)) = &bind.constant {
                arguments.set(argument.name.clone(), argument.ty.clone(), value.clone());
            }
        }
        arguments
    }

    /// Whether the value of an argument can differ between rows.
    pub(crate) fn differs(&self, name: &str) -> bool {
        let mut binds = self.binds.iter().zip(&self.operation.arguments);
        binds.any(|(bind, argument)| argument.name == name && bind.constant.is_none())
    }

    /// What happens to variables that exist.
    pub(crate) fn changes(&self) -> &Changes {
        &self.added.changes
    }

    /// The columns that templates name.
    pub(crate) fn is_used(&self, column: &str) -> bool {
        self.used.iter().any(|(_, used)| used == column)
    }
}

/// Whether a value of this type is text and not JSON.
fn is_text(schema: &Schema, ty: TypeRef<'_>) -> bool {
    let named = schema.shape_named(ty.name()).filter(|_| ty.item().is_none());
    named.is_some_and(|named| {
        named.kind == TypeKind::Enum
            || named.kind == TypeKind::Scalar && named.scalar != Scalar::Json
    })
}
