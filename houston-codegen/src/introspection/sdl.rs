//! Prints a document with the layout of graphql-js.

use std::fmt::{self, Display, Write};

use houston_schema::table::OperationKind;

use crate::parse::syntax::{Directive, DirectiveDefinition, Document, InputValue, TypeDefinition};

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
    let schema = Some(SchemaDefinition(document)).filter(SchemaDefinition::is_needed);
    let mut definitions: Vec<String> = Vec::new();
    definitions.extend(schema.map(|schema| Laid(&schema, layout).to_string()));
    definitions.extend(document.directives.iter().map(|one| Laid(one, layout).to_string()));
    definitions.extend(document.types.iter().map(|one| Laid(one, layout).to_string()));
    definitions.join("\n\n") + "\n"
}

/// A definition in a layout.
struct Laid<'d, D>(&'d D, Layout);

/// Uses the layout of graphql-js.
impl Display for DirectiveDefinition {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Laid(self, Layout::GraphQlJs).fmt(out)
    }
}

/// `schema { … }`, which is redundant if the root types have their usual names.
struct SchemaDefinition<'d>(&'d Document);

impl SchemaDefinition<'_> {
    fn is_needed(&self) -> bool {
        let SchemaDefinition(document) = self;
        let is_usual = |kind: OperationKind| match document.root(kind) {
            Some(name) => name == kind.usual_root(),
            None => !document.defines(kind.usual_root()),
        };
        document.description.is_some() || !OperationKind::ALL.into_iter().all(is_usual)
    }
}

impl Display for Laid<'_, SchemaDefinition<'_>> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Laid(SchemaDefinition(document), layout) = *self;
        description(out, document.description.as_deref(), "", layout)?;
        out.write_str("schema {\n")?;
        for kind in OperationKind::ALL {
            if let Some(name) = document.root(kind) {
                writeln!(out, "  {}: {name}", kind.keyword())?;
            }
        }
        out.write_str("}")
    }
}

impl Display for Laid<'_, DirectiveDefinition> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Laid(directive, layout) = *self;
        description(out, directive.description.as_deref(), "", layout)?;
        write!(out, "directive @{}", directive.name.text)?;
        arguments(out, &directive.arguments, "", layout)?;
        let repeatable = if directive.repeatable { " repeatable" } else { "" };
        write!(out, "{repeatable} on {}", directive.locations.join(" | "))
    }
}

impl Display for Laid<'_, TypeDefinition> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Laid(ty, layout) = *self;
        description(out, ty.description.as_deref(), "", layout)?;
        let keyword = ty.kind.keyword();
        let extend = if ty.extension { "extend " } else { "" };
        write!(out, "{extend}{keyword} {}", ty.name.text)?;
        if !ty.implements.is_empty() {
            write!(out, " implements {}", ty.implements.join(" & "))?;
        }
        directives(out, &ty.directives)?;
        if !ty.members.is_empty() {
            write!(out, " = {}", ty.members.join(" | "))?;
        }
        let mut block = Block { out, empty: true, layout };
        for field in &ty.fields {
            block.item(field.description.as_deref(), |out| {
                out.write_str(&field.name.text)?;
                arguments(out, &field.arguments, "  ", layout)?;
                write!(out, ": {}", field.ty)?;
                directives(out, &field.directives)
            })?;
        }
        for field in &ty.input_fields {
            block.item(field.description.as_deref(), |out| input_value(out, field))?;
        }
        for value in &ty.values {
            block.item(value.description.as_deref(), |out| {
                out.write_str(&value.name.text)?;
                directives(out, &value.directives)
            })?;
        }
        block.end()
    }
}

/// `{ … }`, or nothing if it would be empty.
struct Block<'w, W> {
    out: &'w mut W,
    empty: bool,
    layout: Layout,
}

impl<W: Write> Block<'_, W> {
    fn item(
        &mut self,
        description: Option<&str>,
        write: impl FnOnce(&mut W) -> fmt::Result,
    ) -> fmt::Result {
        match (self.empty, description) {
            (true, _) => self.out.write_str(" {\n")?,
            (false, Some(_)) => self.out.write_str("\n")?,
            (false, None) => {}
        }
        self.empty = false;
        self::description(self.out, description, "  ", self.layout)?;
        self.out.write_str("  ")?;
        write(self.out)?;
        self.out.write_str("\n")
    }

    fn end(self) -> fmt::Result {
        if self.empty { Ok(()) } else { self.out.write_str("}") }
    }
}

/// On one line, or one per line if any has a description.
fn arguments(
    out: &mut impl Write,
    arguments: &[InputValue],
    indent: &str,
    layout: Layout,
) -> fmt::Result {
    if arguments.is_empty() {
        return Ok(());
    }
    let described = arguments.iter().any(|argument| argument.description.is_some());
    out.write_str("(")?;
    for (index, argument) in arguments.iter().enumerate() {
        let first = index == 0;
        if described {
            let close = first || argument.description.is_none() || layout == Layout::Compact;
            out.write_str(if close { "\n" } else { "\n\n" })?;
            description(out, argument.description.as_deref(), &format!("{indent}  "), layout)?;
            write!(out, "{indent}  ")?;
        } else if !first {
            out.write_str(", ")?;
        }
        input_value(out, argument)?;
    }
    if described { write!(out, "\n{indent})") } else { out.write_str(")") }
}

fn input_value(out: &mut impl Write, value: &InputValue) -> fmt::Result {
    write!(out, "{}: {}", value.name.text, value.ty)?;
    if let Some(default) = &value.default {
        write!(out, " = {default}")?;
    }
    directives(out, &value.directives)
}

fn directives(out: &mut impl Write, directives: &[Directive]) -> fmt::Result {
    for directive in directives {
        write!(out, " @{}", directive.name)?;
        let mut open = "(";
        for (name, value) in &directive.arguments {
            write!(out, "{open}{name}: {value}")?;
            open = ", ";
        }
        if !directive.arguments.is_empty() {
            out.write_str(")")?;
        }
    }
    Ok(())
}

fn description(
    out: &mut impl Write,
    text: Option<&str>,
    indent: &str,
    layout: Layout,
) -> fmt::Result {
    let Some(text) = text else { return Ok(()) };
    let on_one_line = layout == Layout::Compact && !text.contains('\n');
    if on_one_line || !survives_a_block(text) {
        return writeln!(out, "{indent}{}", crate::parse::syntax::Value::String(text.to_owned()));
    }
    let escaped = text.replace("\"\"\"", "\\\"\"\"");
    // Counts UTF-16 units, like JavaScript and so graphql-js.
    let one_line = !text.contains('\n') && text.encode_utf16().count() <= 70;
    // A quote or backslash at the end would become part of the closing quotes.
    if one_line && !text.ends_with(['"', '\\']) {
        return writeln!(out, "{indent}\"\"\"{escaped}\"\"\"");
    }
    // Leading white space of the first line survives only next to the opening quotes.
    let beside = !text.contains('\n') && text.starts_with([' ', '\t']);
    write!(out, "{indent}\"\"\"")?;
    if beside {
        writeln!(out, "{escaped}")?;
    } else {
        out.write_str("\n")?;
        for line in escaped.split('\n') {
            let indent = if line.is_empty() { "" } else { indent };
            writeln!(out, "{indent}{line}")?;
        }
    }
    writeln!(out, "{indent}\"\"\"")
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
