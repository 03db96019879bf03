//! Flags, and which of them the word at the cursor is a value of.

use clap::{Arg, ArgAction, Command};
use houston_client::schema::{Argument, Operation, Schema, TypeKind, TypeRef};

use super::offers::{Offers, Row};
use super::{Line, values};
use crate::argv::word::{dotted, flag_of, option, parts};
use crate::schema::names::{self, kebab};

/// The cursor behind the name of a command.
pub(super) struct At<'c> {
    line: &'c Line,
    command: &'c Command,
    /// The operation whose arguments are flags.
    operation: Option<(&'c Schema, &'c Operation)>,
}

/// A flag.
enum Flag<'c> {
    /// An argument of the operation, or a field of one.
    Argument(&'c Schema, &'c Argument),
    Option(&'c Arg),
}

impl<'c> At<'c> {
    pub(super) fn new(line: &'c Line, command: &'c Command) -> Self {
        At { line, command, operation: None }
    }

    pub(super) fn of(
        line: &'c Line,
        command: &'c Command,
        schema: &'c Schema,
        operation: &'c Operation,
    ) -> Self {
        At { operation: Some((schema, operation)), ..At::new(line, command) }
    }

    /// What can stand at the cursor, if that is a flag or a flag's value.
    pub(super) fn flag_or_value(&self) -> Option<Offers> {
        let Line { before, word } = self.line;
        if before.iter().any(|word| word == "--") {
            return None;
        }
        if let Some(offers) = self.separate_value() {
            return Some(offers);
        }
        match parts(word) {
            (flag, Some(value)) if flag.starts_with("--") => {
                let flag = self.flag(flag);
                Some(flag.map(|flag| self.values(&flag, value)).unwrap_or_default())
            }
            _ if word.starts_with('-') => Some(self.flags()),
            _ => None,
        }
    }

    /// The values of the flag in front of the cursor, if it lacks its value.
    fn separate_value(&self) -> Option<Offers> {
        let Line { before, word } = self.line;
        let takes = |word: &String| option(self.command, word).map_or(0, |(_, values)| values);
        let mut last = before.iter().rev();
        let (last, second) = (last.next()?, last.next());
        if second.is_some_and(|second| takes(second) > 1) {
            // Such options take a name and any text.
            return Some(Offers::default());
        }
        let flag = match option(self.command, last) {
            Some((_, 0)) => return None,
            Some((option, _)) => self.flag_of(option),
            None if last.contains('=') => return None,
            None => self.flag(last)?,
        };
        // A flag that needs no value may be followed by another.
        let is_boolean =
            matches!(flag, Flag::Argument(_, one) if one.type_ref().name() == "Boolean");
        (!is_boolean || !word.starts_with('-')).then(|| self.values(&flag, word))
    }

    fn flag_of(&self, option: &'c Arg) -> Flag<'c> {
        match self.argument_of(option) {
            Some((schema, argument)) => Flag::Argument(schema, argument),
            None => Flag::Option(option),
        }
    }

    /// The argument that a flag stands for.
    fn argument_of(&self, flag: &Arg) -> Option<(&'c Schema, &'c Argument)> {
        let (schema, operation) = self.operation?;
        let name = flag.get_id().as_str().strip_prefix("argument:")?;
        Some((schema, operation.argument(name)?))
    }

    /// The flag that a word stands for, given with its hyphens and without a value.
    fn flag(&self, word: &str) -> Option<Flag<'c>> {
        if let Some(found) = flag_of(self.command, word) {
            return Some(self.flag_of(found));
        }
        let (above, name) = dotted(word)?.rsplit_once('.')?;
        let (schema, fields) = self.fields(above)?;
        let field = names::find(fields, |field| &field.name, name)?;
        Some(Flag::Argument(schema, field))
    }

    /// The fields of the object at the path of a dotted flag.
    fn fields(&self, path: &str) -> Option<(&'c Schema, &'c [Argument])> {
        let (schema, operation) = self.operation?;
        let mut path = path.split('.');
        let at = names::argument(operation, path.next()?)?;
        let mut fields = fields(schema, &operation.arguments[at])?;
        for name in path {
            fields = self::fields(schema, names::find(fields, |field| &field.name, name)?)?;
        }
        Some((schema, fields))
    }

    fn values(&self, flag: &Flag<'_>, word: &str) -> Offers {
        match flag {
            Flag::Argument(schema, argument) => values::of_argument(schema, argument, word),
            Flag::Option(option) => match self.operation {
                Some((schema, operation)) => values::of_option(schema, operation, option, word),
                None => values::of_any(option, word),
            },
        }
    }

    /// The flags that the word at the cursor begins.
    fn flags(&self) -> Offers {
        let word = self.line.word.as_str();
        if let Some((above, name)) = dotted(word).and_then(|path| path.rsplit_once('.')) {
            let Some((schema, fields)) = self.fields(above) else { return Offers::default() };
            let fields = fields.iter().filter(|field| field.name != "*");
            return Offers::of(
                name,
                fields.map(|field| row(schema, field, spelled(&field.name, name))),
            );
        }
        let mut rows = Vec::new();
        for flag in self.command.get_arguments().filter(|flag| !flag.is_hide_set()) {
            let aliases = flag.get_aliases().unwrap_or_default();
            let spellings: Vec<String> = flag
                .get_long()
                .into_iter()
                .chain(aliases)
                .map(|name| format!("--{name}"))
                .collect();
            let argument = self.argument_of(flag);
            if spellings.iter().any(|spelling| self.is_spent(flag, argument, spelling)) {
                continue;
            }
            let Some(spelling) = spellings.into_iter().find(|one| one.starts_with(word)) else {
                continue;
            };
            rows.push(match argument {
                Some((schema, argument)) => row(schema, argument, spelling),
                None => Row::new(
                    spelling,
                    &flag.get_help().map_or_else(String::new, ToString::to_string),
                ),
            });
        }
        if self.command.get_arguments().all(|flag| flag.get_long() != Some("help")) {
            rows.push(Row::new("--help", "Print help"));
        }
        Offers::of(word, rows)
    }

    /// Whether a flag was given that can be given once.
    fn is_spent(&self, flag: &Arg, argument: Option<(&Schema, &Argument)>, spelling: &str) -> bool {
        let is_once = match argument {
            Some((_, argument)) => argument.type_ref().item().is_none(),
            None => !matches!(flag.get_action(), ArgAction::Append | ArgAction::Count),
        };
        is_once && self.line.before.iter().any(|word| parts(word).0 == spelling)
    }
}

/// The fields of an argument that is one object.
fn fields<'s>(schema: &'s Schema, argument: &Argument) -> Option<&'s [Argument]> {
    let ty = argument.value_type();
    let ty = TypeRef(&ty);
    let of = schema.shape_named(ty.name()).filter(|of| of.kind == TypeKind::Input)?;
    let has_fields = of.input_fields.iter().any(|field| field.name != "*");
    (ty.item().is_none() && has_fields).then_some(&of.input_fields)
}

/// The row of a flag of an argument. For an object, a field follows.
fn row(schema: &Schema, argument: &Argument, flag: String) -> Row {
    let about = match argument.description.as_str() {
        "" => &argument.ty,
        about => about,
    };
    match fields(schema, argument) {
        Some(_) => Row::new(flag + ".", about).going_on(),
        None => Row::new(flag, about),
    }
}

/// A name as it is spelled in what was typed of it.
fn spelled(name: &str, typed: &str) -> String {
    let is_exact = typed.contains(|letter: char| letter.is_ascii_uppercase() || letter == '_');
    if is_exact { name.to_owned() } else { kebab(name) }
}
