//! Prints a document with the layout of graphql-js.

use std::fmt;

use houston_schema::table::OperationKind;

use crate::parse::syntax::{
    Directive, DirectiveDefinition, Document, InputValue, TypeDefinition, Value,
};

/// Prints a document in the schema definition language, with the layout of graphql-js.
pub fn sdl(document: &Document) -> String {
    print(document, Layout::GraphQlJs)
}

/// Prints it more compactly, for files: one-line descriptions on one line, and no blank lines between arguments.
pub fn compact_sdl(document: &Document) -> String {
    print(document, Layout::Compact)
}

/// The layout of definitions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    GraphQlJs,
    Compact,
}

fn print(document: &Document, layout: Layout) -> String {
    let schema = has_definition(document).then(|| layout.schema(document));
    let directives = document.directives.iter().map(|one| layout.directive(one));
    let types = document.types.iter().map(|one| layout.ty(one));
    let definitions: Vec<String> = schema.into_iter().chain(directives).chain(types).collect();
    definitions.join("\n\n") + "\n"
}

/// Uses the layout of graphql-js.
impl fmt::Display for DirectiveDefinition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&Layout::GraphQlJs.directive(self))
    }
}

/// Whether there is a `schema { … }`. It is redundant if the root types have their usual names.
fn has_definition(document: &Document) -> bool {
    let is_usual = |kind: OperationKind| match document.root(kind) {
        Some(name) => name == kind.usual_root(),
        None => !document.defines(kind.usual_root()),
    };
    document.description.is_some() || !OperationKind::ALL.into_iter().all(is_usual)
}

impl Layout {
    fn schema(self, document: &Document) -> String {
        let mut text = self.description(document.description.as_deref(), "") + "schema {\n";
        for kind in OperationKind::ALL {
            if let Some(name) = document.root(kind) {
                text += &format!("  {}: {name}\n", kind.keyword());
            }
        }
        text + "}"
    }

    fn directive(self, directive: &DirectiveDefinition) -> String {
        let description = self.description(directive.description.as_deref(), "");
        let arguments = self.arguments(&directive.arguments, "");
        let repeatable = if directive.repeatable { " repeatable" } else { "" };
        let (name, locations) = (&directive.name.text, directive.locations.join(" | "));
        format!("{description}directive @{name}{arguments}{repeatable} on {locations}")
    }

    fn ty(self, ty: &TypeDefinition) -> String {
        let mut text = self.description(ty.description.as_deref(), "");
        let extend = if ty.extension { "extend " } else { "" };
        text += &format!("{extend}{} {}", ty.kind.keyword(), ty.name.text);
        if !ty.implements.is_empty() {
            text += &format!(" implements {}", ty.implements.join(" & "));
        }
        text += &directives(&ty.directives);
        if !ty.members.is_empty() {
            text += &format!(" = {}", ty.members.join(" | "));
        }
        let fields = ty.fields.iter().map(|field| {
            let arguments = self.arguments(&field.arguments, "  ");
            let directives = directives(&field.directives);
            let item = format!("{}{arguments}: {}{directives}", field.name.text, field.ty);
            (field.description.as_deref(), item)
        });
        let inputs = ty.input_fields.iter();
        let inputs = inputs.map(|field| (field.description.as_deref(), input_value(field)));
        let values = ty.values.iter().map(|value| {
            let item = value.name.text.clone() + &directives(&value.directives);
            (value.description.as_deref(), item)
        });
        text + &self.block(fields.chain(inputs).chain(values))
    }

    /// `{ … }` with descriptions and items, or nothing if it would be empty.
    fn block<'d>(self, items: impl Iterator<Item = (Option<&'d str>, String)>) -> String {
        let mut block = String::new();
        for (description, item) in items {
            block += match (block.is_empty(), description) {
                (true, _) => " {\n",
                (false, Some(_)) => "\n",
                (false, None) => "",
            };
            block += &format!("{}  {item}\n", self.description(description, "  "));
        }
        if block.is_empty() { block } else { block + "}" }
    }

    /// On one line, or one per line if any has a description.
    fn arguments(self, arguments: &[InputValue], indent: &str) -> String {
        if arguments.is_empty() {
            return String::new();
        }
        if arguments.iter().all(|argument| argument.description.is_none()) {
            let all: Vec<String> = arguments.iter().map(input_value).collect();
            return format!("({})", all.join(", "));
        }
        let mut text = "(".to_owned();
        for (index, argument) in arguments.iter().enumerate() {
            let description = argument.description.as_deref();
            let close = index == 0 || description.is_none() || self == Layout::Compact;
            text += if close { "\n" } else { "\n\n" };
            text += &self.description(description, &format!("{indent}  "));
            text += &format!("{indent}  {}", input_value(argument));
        }
        format!("{text}\n{indent})")
    }

    /// The lines of a description; nothing without one.
    fn description(self, text: Option<&str>, indent: &str) -> String {
        let Some(text) = text else { return String::new() };
        let on_one_line = self == Layout::Compact && !text.contains('\n');
        if on_one_line || !survives_a_block(text) {
            return format!("{indent}{}\n", Value::String(text.to_owned()));
        }
        let escaped = text.replace("\"\"\"", "\\\"\"\"");
        // Counts UTF-16 units, like JavaScript and so graphql-js.
        let one_line = !text.contains('\n') && text.encode_utf16().count() <= 70;
        // A quote or backslash at the end would become part of the closing quotes.
        if one_line && !text.ends_with(['"', '\\']) {
            return format!("{indent}\"\"\"{escaped}\"\"\"\n");
        }
        // Leading white space of the first line survives only next to the opening quotes.
        let beside = !text.contains('\n') && text.starts_with([' ', '\t']);
        if beside {
            return format!("{indent}\"\"\"{escaped}\n{indent}\"\"\"\n");
        }
        let line = |line: &str| match line {
            "" => "\n".to_owned(),
            line => format!("{indent}{line}\n"),
        };
        let lines: String = escaped.split('\n').map(line).collect();
        format!("{indent}\"\"\"\n{lines}{indent}\"\"\"\n")
    }
}

fn input_value(value: &InputValue) -> String {
    let default = value.default.as_ref().map_or(String::new(), |default| format!(" = {default}"));
    format!("{}: {}{default}{}", value.name.text, value.ty, directives(&value.directives))
}

fn directives(directives: &[Directive]) -> String {
    let argument = |(name, value): &(String, Value)| format!("{name}: {value}");
    let directive = |directive: &Directive| {
        let arguments: Vec<String> = directive.arguments.iter().map(argument).collect();
        match arguments.is_empty() {
            true => format!(" @{}", directive.name),
            false => format!(" @{}({})", directive.name, arguments.join(", ")),
        }
    };
    directives.iter().map(directive).collect()
}

/// Whether a block string preserves the text. It loses blank lines at both ends and an indentation that
/// all lines share, and has no escapes: the specification, section "String Value".
fn survives_a_block(text: &str) -> bool {
    let is_blank = |line: &str| line.chars().all(|blank| matches!(blank, ' ' | '\t'));
    if text.is_empty() {
        return true;
    }
    if text.chars().any(|one| one.is_control() && !matches!(one, '\n' | '\t')) {
        return false;
    }
    let lines: Vec<&str> = text.split('\n').collect();
    if lines.first().is_some_and(|line| is_blank(line))
        || lines.last().is_some_and(|line| is_blank(line))
    {
        return false;
    }
    let mut told = lines.iter().filter(|line| !is_blank(line));
    lines.len() == 1 || !told.all(|line| line.starts_with([' ', '\t']))
}
