//! Executable documents from a user: their contents, and their errors.

mod literal;
mod selected;

use std::collections::HashSet;

use apollo_compiler::ast::{self, Definition, OperationType, Selection, Value};
use apollo_compiler::diagnostic::ToCliReport as _;
use apollo_compiler::validation::{DiagnosticList, Valid};
use apollo_compiler::{ExecutableDocument, Schema};
use houston_schema::table::OperationKind;

use crate::source::{Diagnostic, Diagnostics, Source};
pub use selected::Selected;
use selected::fragment;

pub use literal::{Given, Literal};

/// The single operation of a document.
#[derive(Clone, Debug)]
pub struct Executable {
    /// Query, mutation or subscription.
    pub kind: OperationKind,
    /// Its name, if it has one.
    pub name: Option<String>,
    /// The root fields, including those of fragments: the key in the answer, and the field's name.
    pub fields: Vec<(String, String)>,
    /// The root fields with the fields below them; not all of them if the fragments repeat very many.
    pub selected: Vec<Selected>,
    /// Its variables, in order.
    pub variables: Vec<Variable>,
    /// The arguments of its root fields.
    pub given: Vec<Given>,
    /// The names of arguments and input fields whose values are string literals in the document.
    pub literals: Vec<String>,
}

/// A variable of an operation.
#[derive(Clone, Debug)]
pub struct Variable {
    /// Its name, without `$`.
    pub name: String,
    /// Its type, in GraphQL syntax.
    pub ty: String,
    /// Its default, as a GraphQL literal.
    pub default: Option<String>,
    /// The value of the default.
    pub default_value: Option<Literal>,
    /// The names of the arguments and input fields that use it.
    pub uses: Vec<String>,
}

/// Reads a document with one operation.
///
/// # Errors
///
/// Fails if the syntax is not valid, with the places, or if there is not exactly one operation.
pub fn parse(source: &Source<'_>) -> Result<Executable, Diagnostics> {
    let document = ast::Document::parse(source.text, source.name)
        .map_err(|broken| diagnostics(source, &broken.errors))?;
    let mut operations =
        document.definitions.iter().filter_map(Definition::as_operation_definition);
    let wrong = |message: &str| Diagnostic {
        next_step: Some(
            "A document holds one query or mutation, and its fragments. Write each operation in a separate document.",
        ),
        ..source.error(0, message)
    };
    let operation = match (operations.next(), operations.next()) {
        (Some(operation), None) => operation,
        (None, _) => return Err(wrong("the document has no operation").into()),
        (Some(_), Some(_)) => {
            return Err(wrong("the document has more than one operation").into());
        }
    };
    let mut roots = Roots::default();
    collect(&document, &operation.selection_set, &mut HashSet::new(), &mut roots);
    let selected = selected::of(&document, &operation.selection_set);
    let mut values = Values::default();
    for definition in &document.definitions {
        match definition {
            Definition::OperationDefinition(definition) => {
                values.selections(&definition.selection_set);
            }
            Definition::FragmentDefinition(definition) => {
                values.selections(&definition.selection_set);
            }
            _ => {}
        }
    }
    let uses = |name: &str| {
        let of = values.variables.iter().filter(|(variable, _)| variable == name);
        of.map(|(_, used)| used.clone()).collect()
    };
    let variables = operation.variables.iter().map(|variable| Variable {
        name: variable.name.to_string(),
        uses: uses(&variable.name),
        ty: variable.ty.to_string(),
        default: variable
            .default_value
            .as_ref()
            .map(|value| value.serialize().no_indent().to_string()),
        default_value: variable.default_value.as_ref().map(|value| Literal::of(value)),
    });
    Ok(Executable {
        kind: match operation.operation_type {
            OperationType::Query => OperationKind::Query,
            OperationType::Mutation => OperationKind::Mutation,
            OperationType::Subscription => OperationKind::Subscription,
        },
        name: operation.name.as_ref().map(ToString::to_string),
        fields: roots.fields,
        selected,
        variables: variables.collect(),
        given: roots.given,
        literals: values.literals,
    })
}

/// The places of a document's values.
#[derive(Default)]
struct Values {
    /// A variable, and the argument or input field that uses it.
    variables: Vec<(String, String)>,
    literals: Vec<String>,
}

impl Values {
    fn selections(&mut self, selections: &[Selection]) {
        for selection in selections {
            match selection {
                Selection::Field(field) => {
                    for argument in &field.arguments {
                        self.value(&argument.name, &argument.value);
                    }
                    self.selections(&field.selection_set);
                }
                Selection::InlineFragment(fragment) => self.selections(&fragment.selection_set),
                // Fragments are visited separately.
                Selection::FragmentSpread(_) => {}
            }
        }
    }

    fn value(&mut self, name: &str, value: &Value) {
        match value {
            Value::Variable(variable) => {
                self.variables.push((variable.to_string(), name.to_owned()));
            }
            Value::String(_) => self.literals.push(name.to_owned()),
            Value::List(items) => items.iter().for_each(|item| self.value(name, item)),
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| self.value(name, value));
            }
            _ => {}
        }
    }
}

/// Checks a document against a schema, as a server would.
///
/// # Errors
///
/// Fails with every rule that the document breaks, and its place. If the schema cannot be read, it checks nothing.
pub fn check(schema: &Source<'_>, source: &Source<'_>) -> Result<(), Diagnostics> {
    let Ok(schema) = Schema::parse(schema.text, schema.name) else { return Ok(()) };
    let schema = Valid::assume_valid(schema);
    match ExecutableDocument::parse_and_validate(&schema, source.text, source.name) {
        Ok(_) => Ok(()),
        Err(broken) => Err(diagnostics(source, &broken.errors)),
    }
}

fn diagnostics(source: &Source<'_>, errors: &DiagnosticList) -> Diagnostics {
    let errors = errors.iter().map(|error| {
        let offset = error.error.location().map_or(0, |place| place.offset());
        source.error(offset, error.error.to_string())
    });
    Diagnostics(errors.collect())
}

/// The root fields of a document, and their arguments.
#[derive(Default)]
struct Roots {
    fields: Vec<(String, String)>,
    given: Vec<Given>,
}

/// Collects the fields of a selection set, including those of its fragments.
fn collect<'d>(
    document: &'d ast::Document,
    selections: &'d [Selection],
    seen: &mut HashSet<&'d str>,
    roots: &mut Roots,
) {
    for selection in selections {
        match selection {
            Selection::Field(field) => {
                let key = field.response_name().to_string();
                if !roots.fields.iter().any(|(known, _)| *known == key) {
                    roots.fields.push((key, field.name.to_string()));
                    roots.given.extend(Given::of(field));
                }
            }
            Selection::InlineFragment(fragment) => {
                collect(document, &fragment.selection_set, seen, roots);
            }
            Selection::FragmentSpread(spread) => {
                let named = fragment(document, &spread.fragment_name);
                if let Some(fragment) = named.filter(|fragment| seen.insert(&fragment.name)) {
                    collect(document, &fragment.selection_set, seen, roots);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Literal, OperationKind, Selected, check, parse};
    use crate::source::Source;

    const SCHEMA: &str = "type Query { a(id: ID): Int b: Query } type Mutation { c: Int }";

    #[test]
    fn a_document_says_what_it_asks_for() {
        let text = "query Q($x: [ID!]! = [\"1\"], $y: Int) { one: a b { a } ...F ...F } fragment F on Query { a ... { b { a } } ...F }";
        let read = parse(&Source::new("", text)).unwrap();
        assert_eq!((read.kind, read.name.as_deref()), (OperationKind::Query, Some("Q")));
        let pair = |key: &str, name: &str| (key.to_owned(), name.to_owned());
        assert_eq!(read.fields, [pair("one", "a"), pair("b", "b"), pair("a", "a")]);
        let [x, y] = read.variables.as_slice() else { panic!("{read:?}") };
        assert_eq!((x.ty.as_str(), x.default.as_deref()), ("[ID!]!", Some("[\"1\"]")));
        assert_eq!((y.ty.as_str(), y.default.as_deref()), ("Int", None));
        let when = |text: &str| {
            let read = parse(&Source::new("", text)).unwrap();
            read.selected.iter().map(|one| one.when.join(" ")).collect::<Vec<_>>().join(", ")
        };
        for (text, found) in [
            ("{ a @include(if: true) b @skip(if: false) c @other }", ", , "),
            ("{ a @include(if: $x) b @skip(if: true) }", "@include(if: $x), @skip(if: true)"),
            (
                "{ ... @skip(if: $x) { a } ...F @include(if: $y) } fragment F on Query { b }",
                "@skip(if: $x), @include(if: $y)",
            ),
            ("{ a @include(if: $x) a }", ""),
            ("{ a @include(if: $x) a @include(if: $y) }", "@include(if: $x) or @include(if: $y)"),
        ] {
            assert_eq!(when(text), found, "{text}");
        }
        let b = &read.selected[1];
        assert_eq!(b.below, [Selected::plain("a".to_owned(), Vec::new())]);
        let many: String = (0..40)
            .map(|at| {
                format!(
                    "fragment F{at} on Query {{ a: b {{ ...F{0} }} b {{ ...F{0} ...F{at} }} }} ",
                    at + 1
                )
            })
            .collect();
        assert!(parse(&Source::new("", &format!("{{ ...F0 }} {many}"))).is_ok());
        let text = "query($x: ID, $y: ID) { a(id: $x) b { a(w: [{id: $y, k: \"z\"}]) } }";
        let read = parse(&Source::new("", text)).unwrap();
        assert_eq!(
            (&read.variables[0].uses[..], &read.variables[1].uses[..]),
            (&["id".to_owned()][..], &["id".to_owned()][..])
        );
        assert_eq!(read.literals, ["k"]);
        let text = "query($x: Int = 1) { one: a(j: {n: 1.0, l: [null, true, E, $x], t: \"z\"}) }";
        let read = parse(&Source::new("", text)).unwrap();
        assert_eq!(read.variables[0].default_value, Some(Literal::Number("1".to_owned())));
        let given = &read.given[0];
        assert_eq!((&*given.key, &*given.field, &*given.name), ("one", "a", "j"));
        assert!(given.value.has_variables());
        let list = [
            Literal::Null,
            Literal::Bool(true),
            Literal::Name("E".to_owned()),
            Literal::Variable("x".to_owned()),
        ];
        let fields = [
            ("n", Literal::Number("1.0".to_owned())),
            ("l", Literal::List(list.to_vec())),
            ("t", Literal::Text("z".to_owned())),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value));
        assert_eq!(given.value, Literal::Object(fields.to_vec()));
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        for (text, said) in [
            ("query {", "syntax error"),
            ("", "syntax error"),
            ("fragment F on Query { a }", "has no operation"),
            ("{ a } query B { a }", "more than one operation"),
        ] {
            let errors = parse(&Source::new("", text)).unwrap_err();
            assert!(errors.0[0].message.contains(said), "{text}: {errors}");
        }
        let checked = |text: &str| check(&Source::new("", SCHEMA), &Source::new("", text));
        assert_eq!(checked("query($x: ID) { a(id: $x) }"), Ok(()));
        let errors = checked("{\n  nope }").unwrap_err();
        assert_eq!((errors.0[0].line, errors.0[0].column), (2, 3), "{errors}");
        assert!(checked("mutation { a }").is_err());
    }
}
