//! `--fields`: the selection, checked against the schema.

use houston_client::Selection;
use houston_client::schema::{Field, Operation, Schema, Type};

use crate::failure::Failure;
use crate::schema::versions;
use crate::settings::options::Selected;
use crate::terminal::output;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::{listed, plain, short};

/// The depth of a default selection.
pub(crate) const DEPTH: usize = 2;

/// The greatest depth. Each level could multiply the size of the answer, and more levels are not useful.
pub(crate) const DEEPEST: usize = 10;

/// Names in a tree, each name once.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tree(Vec<(String, Tree)>);

impl Tree {
    fn child(&mut self, name: &str) -> &mut Tree {
        let at = self.0.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            self.0.push((name.to_owned(), Tree::default()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }
}

/// The fields of an operation's result; none if it is not an object.
pub(crate) fn of<'s>(schema: &'s Schema, operation: &Operation) -> &'s [Field] {
    schema.type_named(operation.type_ref().name()).map_or(&[], |ty| &ty.fields)
}

/// Whether a field is a leaf.
pub(crate) fn is_leaf(schema: &Schema, field: &Field) -> bool {
    schema.type_named(field.type_ref().name()).is_some_and(|ty| ty.kind.is_leaf())
}

/// The selection of a call: the chosen fields, or the default ones.
///
/// # Errors
///
/// Those of [`selection`].
pub(crate) fn chosen(
    schema: &Schema,
    operation: &Operation,
    selected: &Selected,
) -> Result<Selection, Failure> {
    match &selected.fields {
        Some(text) => selection(schema, operation, text),
        None => Ok(by_default(schema, operation, selected.depth.unwrap_or(DEPTH))),
    }
}

/// The default selection of this depth, with a note if it would be too large and has fewer levels.
pub(crate) fn by_default(schema: &Schema, operation: &Operation, depth: usize) -> Selection {
    let (selection, reached) = Selection::down_to(schema, operation, depth);
    if let Some(reached) = reached {
        output::note(format_args!(
            "note: the default selection has {reached} of {depth} levels: with more, it would have over {} fields. Choose fields with --fields.",
            Selection::MOST_FIELDS
        ));
    }
    selection
}

/// The selection that a text such as `id,urls.type` or `id urls{type url}` means on an operation's result.
///
/// An object without a selection gives its leaves.
///
/// # Errors
///
/// Fails with all the problems of the text.
pub(crate) fn selection(
    schema: &Schema,
    operation: &Operation,
    text: &str,
) -> Result<Selection, Failure> {
    let refused = |problems: Vec<String>| {
        let failure = Failure::usage("--fields is not valid").details(problems);
        let name = plain(operation.type_ref().name());
        failure.help(format!("`houston describe {name}` shows the fields."))
    };
    let tree = parse(text).map_err(|problem| refused(vec![problem]))?;
    let mut problems = Vec::new();
    let selected = match schema.type_named(operation.type_ref().name()) {
        Some(ty) if !ty.kind.is_leaf() => {
            Checker { schema, problems: &mut problems }.select(ty, &tree, "")
        }
        _ => {
            problems.push(format!("{} has no fields", plain(&operation.ty)));
            Selection::new()
        }
    };
    if problems.is_empty() { Ok(selected) } else { Err(refused(problems).about_names(true)) }
}

struct Checker<'s> {
    schema: &'s Schema,
    problems: &'s mut Vec<String>,
}

impl Checker<'_> {
    fn select(&mut self, ty: &Type, tree: &Tree, above: &str) -> Selection {
        let mut selection = Selection::new();
        for (name, below) in &tree.0 {
            let path =
                if above.is_empty() { short(name) } else { format!("{above}.{}", short(name)) };
            if name == "__typename" && below.0.is_empty() {
                selection.add("__typename", Selection::new());
                continue;
            }
            match ty.fields.iter().find(|field| field.name == *name) {
                Some(field) => {
                    let nested = self.field(field, below, &path);
                    selection.add(field.name.clone(), nested);
                }
                None => {
                    let known = ty.fields.iter().map(|field| &*field.name);
                    let meant = versions::member_hint(&ty.name, name)
                        .unwrap_or_else(|| did_you_mean(name, known));
                    let name = short(name);
                    self.problems
                        .push(format!("{path}: {} has no field `{name}`{meant}", plain(&ty.name)));
                }
            }
        }
        selection
    }

    fn field(&mut self, field: &Field, below: &Tree, path: &str) -> Selection {
        if let Some(argument) = field.arguments.iter().find(|argument| argument.required) {
            self.problems
                .push(format!("{path}: requires the argument `{}`", plain(&argument.name)));
        }
        let Some(ty) = self.schema.type_named(field.type_ref().name()) else {
            self.problems.push(format!("{path}: its type is unknown"));
            return Selection::new();
        };
        match (ty.kind.is_leaf(), below.0.is_empty()) {
            (true, true) => Selection::new(),
            (true, false) => {
                self.problems.push(format!("{path}: {} has no fields", plain(&ty.name)));
                Selection::new()
            }
            (false, true) if ty.fields.is_empty() => leaves(self.schema, ty),
            (false, true) => match leaves(self.schema, ty) {
                leaves if leaves.iter().all(|(name, _)| name == "__typename") => {
                    let fields = listed(ty.fields.iter().map(|field| &field.name));
                    self.problems.push(format!("{path}: select some of its fields: {fields}"));
                    Selection::new()
                }
                leaves => leaves,
            },
            (false, false) => self.select(ty, below, path),
        }
    }
}

/// The leaves of a type that are selected by default.
fn leaves(schema: &Schema, ty: &Type) -> Selection {
    let mut selection = Selection::new();
    for field in ty.fields.iter().filter(|field| field.selected) {
        if is_leaf(schema, field) {
            selection.add(field.name.clone(), Selection::new());
        }
    }
    if selection.is_empty() {
        selection.add("__typename", Selection::new());
    }
    selection
}

/// Parses names that are separated by commas or white space. Dots make a path, braces select several fields of one name.
fn parse(text: &str) -> Result<Tree, String> {
    let mut root = Tree::default();
    // The path of each open brace.
    let mut open: Vec<Vec<String>> = vec![Vec::new()];
    let mut last: Option<Vec<String>> = None;
    let mut rest = text.trim();
    // Braces around the whole text are ignored.
    if let Some(inner) = rest.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')) {
        rest = inner;
    }
    let mut letters = rest.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            ',' => last = None,
            letter if letter.is_whitespace() => {}
            '{' => match last.take() {
                Some(path) if open.len() < 64 => open.push(path),
                Some(_) => return Err("more than 64 levels".to_owned()),
                None => return Err("a name is missing before `{`".to_owned()),
            },
            '}' => {
                last = None;
                if open.len() == 1 {
                    return Err("a `}` has no matching `{`".to_owned());
                }
                open.pop();
            }
            letter => {
                let mut name = String::from(letter);
                while let Some(next) =
                    letters.next_if(|next| !next.is_whitespace() && !",{}".contains(*next))
                {
                    name.push(next);
                }
                let mut path = open.last().cloned().unwrap_or_default();
                for part in name.split('.') {
                    if part.is_empty()
                        || !part
                            .chars()
                            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
                    {
                        return Err(format!("`{}` is not a valid field name", short(&name)));
                    }
                    path.push(part.to_owned());
                }
                if path.len() > 64 {
                    return Err("more than 64 levels".to_owned());
                }
                path.iter().fold(&mut root, |at, part| at.child(part));
                last = Some(path);
            }
        }
    }
    match (open.len(), root.0.is_empty()) {
        (1, false) => Ok(root),
        (1, true) => Err("no field was given".to_owned()),
        _ => Err("a closing `}` is missing".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, selection};
    use houston_client::SCHEMA;

    #[test]
    fn dots_and_braces_mean_the_same() {
        let dots = parse("id,label,urls.type,urls.url").unwrap();
        assert_eq!(parse("{ id label urls { type url } }").unwrap(), dots);
        assert_eq!(parse("id label,urls{type,url}").unwrap(), dots);
        for text in ["", ",", "a{", "a}", "{a}}", "a..b", ".a", "a-b", "{b}c{", "a(b:1)", "a:b"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn every_problem_is_named_with_its_path() {
        let operation = SCHEMA.operation("workspaceDeployments").unwrap();
        let failure = selection(&SCHEMA, operation, "lable,id.x,urls.typ").unwrap_err().to_string();
        assert!(
            failure.contains("lable: Deployment has no field `lable`; did you mean `label`?"),
            "{failure}"
        );
        assert!(failure.contains("id.x") || failure.contains("id: "), "{failure}");
        assert!(failure.contains("urls.typ: "), "{failure}");
    }
}
