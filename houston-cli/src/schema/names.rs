//! One name, two spellings: GraphQL's `workspaceUuid` and the shell's `workspace-uuid`.

use houston_client::schema::{Argument, Operation, OperationKind, Schema, TypeKind};
pub(crate) use houston_schema::text::kebab;

/// The row that `word` names: exactly, or else in kebab-case, if that is not the name of several.
pub(crate) fn find<'a, T>(
    rows: impl IntoIterator<Item = &'a T> + Clone,
    name: impl Fn(&'a T) -> &'a str,
    word: &str,
) -> Option<&'a T> {
    let exact = rows.clone().into_iter().find(|row| name(row) == word);
    let mut spelled = rows.into_iter().filter(|row| kebab(name(row)) == word);
    exact.or_else(|| spelled.next().filter(|_| spelled.next().is_none()))
}

/// The names by which an argument can be given: in kebab-case, unless that names another one or several, and exactly.
pub(crate) fn spellings(operation: &Operation, exact: &str) -> Vec<String> {
    let spelled = kebab(exact);
    let found = argument(operation, &spelled).map(|at| &operation.arguments[at]);
    let is_one = found.is_some_and(|found| found.name == exact) && spelled != exact;
    is_one.then_some(spelled).into_iter().chain([exact.to_owned()]).collect()
}

/// Whether an argument has this name, in one of its spellings.
pub(crate) fn is_argument(operation: &Operation, word: &str) -> bool {
    operation.arguments.iter().any(|row| row.name == word || kebab(&row.name) == word)
}

/// The index of the argument that `word` names.
pub(crate) fn argument(operation: &Operation, word: &str) -> Option<usize> {
    let found = find(&*operation.arguments, |argument| &argument.name, word)?;
    operation.arguments.iter().position(|argument| argument.name == found.name)
}

/// The paths of fields that `word` names and which are not fields of these arguments, but of objects in them. At most
/// three, in kebab-case.
pub(crate) fn below(schema: &Schema, arguments: &[Argument], word: &str) -> Vec<String> {
    const MOST_FIELDS: usize = 10_000;
    let (mut found, mut left) = (Vec::new(), MOST_FIELDS);
    let mut open: Vec<(String, Vec<&Argument>)> = vec![(String::new(), arguments.iter().collect())];
    // Level by level: the shortest path is the likeliest. Types can contain themselves.
    for _ in 0..3 {
        let mut inner = Vec::new();
        for (path, fields) in open {
            for field in fields {
                let path = format!("{path}{}.", kebab(&field.name));
                let ty = field.value_type();
                let ty = schema.shape_named(ty.trim_end_matches('!'));
                let Some(ty) = ty.filter(|ty| ty.kind == TypeKind::Input) else { continue };
                let Some(rest) = left.checked_sub(ty.input_fields.len()) else { continue };
                left = rest;
                let fields = ty.input_fields.iter().filter(|field| field.name != "*");
                if let Some(field) = find(fields.clone(), |field| &field.name, word) {
                    found.push(format!("{path}{}", kebab(&field.name)));
                }
                inner.push((path, fields.collect()));
            }
        }
        if !found.is_empty() {
            break;
        }
        open = inner;
    }
    found.truncate(3);
    found
}

/// The operations that `word` names; several if root types share the name.
pub(crate) fn operations<'s>(
    schema: &'s Schema,
    kind: Option<OperationKind>,
    word: &str,
) -> Vec<&'s Operation> {
    let called = |is_it: fn(&str, &str) -> bool| {
        let rows = schema.operations.called(|name| is_it(name, word));
        rows.filter(|row| kind.is_none_or(|kind| row.kind == kind)).collect::<Vec<_>>()
    };
    let exact = called(|name, word| name == word);
    if exact.is_empty() { called(|name, word| kebab(name) == word) } else { exact }
}

#[cfg(test)]
mod tests {
    use super::{find, kebab};

    #[test]
    fn a_name_is_spelled_for_the_shell() {
        assert_eq!(kebab("workspaceUuid"), "workspace-uuid");
        assert_eq!(kebab("self"), "self");
        assert_eq!(kebab("AirflowRelease"), "airflow-release");
        assert_eq!(kebab("airflow_version"), "airflow-version");
    }

    #[test]
    fn the_exact_name_comes_before_the_spelled_one() {
        let rows = ["fooBar", "foo-bar"];
        assert_eq!(find(&rows, |row| row, "foo-bar"), Some(&"foo-bar"));
        assert_eq!(find(&rows[..1], |row| row, "foo-bar"), Some(&"fooBar"));
        assert_eq!(find(&rows, |row| row, "foobar"), None);
    }
}
