//! Assigns Rust names to everything in the model, scope by scope.

use std::collections::{BTreeMap, BTreeSet};

use houston_schema::table::{OperationKind, TypeKind};

use super::module::{self, Module};
use super::names::{Renamed, Scope, snake_case, type_case, variant_case};
use super::{Argument, Model, Operation, Type};
use crate::parallel;

/// Names of generated items that no schema name may take: methods of every builder, and items that the
/// generator adds.
const BUILDER_METHODS: [&str; 4] = ["select", "request", "clone", "into_argument"];

/// Assigns all Rust names, scope by scope.
pub(super) fn name(model: &mut Model) {
    type_names(&mut model.types, &model.domains);
    let of_types = parallel::map(&mut model.types, |ty| {
        let mut renamed = Vec::new();
        name_fields(ty, &mut renamed);
        renamed
    });
    let mut renamed = of_types.concat();
    for kind in OperationKind::ALL {
        let of_kind: Vec<&mut Operation> =
            model.operations.iter_mut().filter(|operation| operation.row.kind == kind).collect();
        let root = model.types.iter().find(|ty| ty.root == Some(kind));
        name_operations(
            of_kind,
            root.map_or("", |ty| ty.row.name.as_str()),
            &model.domains,
            &mut renamed,
        );
    }
    for ty in &model.types {
        let name = || ty.row.name.clone();
        note(&mut renamed, name, &type_case(&ty.row.name), &ty.rust);
        if ty.root.is_none() && !matches!(ty.row.kind, TypeKind::Enum | TypeKind::Scalar) {
            note(&mut renamed, name, &snake_case(&ty.row.name), &ty.module);
        }
    }
    renamed.sort();
    renamed.dedup();
    model.renamed = renamed;
    model.required = required(model);
}

/// Types share a namespace with the modules of their fields, in one module for each kind of item.
fn type_names(types: &mut [Type], domains: &[String]) {
    for module in Module::ALL {
        let mut scope = Scope::reserving(&module::in_scope());
        domains.iter().for_each(|domain| scope.take(domain));
        if module == Module::Scalar {
            scope.take(module::RUST_TYPE);
        }
        let mut of_kind: Vec<&mut Type> =
            types.iter_mut().filter(|ty| Module::of(ty.row.kind) == module).collect();
        let rust = scope.assign(of_kind.iter().map(|ty| ty.row.name.as_str()), type_case);
        if module == Module::Input {
            // For an input object it is a function, which shares a namespace only with the types' constructors.
            scope = Scope::default();
            rust.iter().for_each(|ty| scope.take(ty));
        }
        let modules = scope.assign(of_kind.iter().map(|ty| ty.row.name.as_str()), snake_case);
        for (ty, (rust, module)) in of_kind.iter_mut().zip(rust.into_iter().zip(modules)) {
            ty.rust = rust;
            ty.module = module;
        }
    }
}

fn name_fields(ty: &mut Type, renamed: &mut Vec<Renamed>) {
    let fragment = |member| (format!("on_{}", snake_case(member)), member);
    let names = || ty.fields.iter().map(|field| field.row.name.as_str());
    let wanted: Vec<String> = names().map(snake_case).collect();
    let fragments = ty.row.members.iter().map(String::as_str).map(fragment);
    let typename = ("typename".to_owned(), "");
    let constants = wanted.iter().cloned().zip(names());
    let mut rust = Scope::default().settle(constants.chain([typename]).chain(fragments));
    let fragments = rust.split_off(wanted.len() + 1);
    let typename = rust.pop().unwrap_or_default();
    // If a name has no letters, the builder and the function have the same name.
    let mut types = Scope::default();
    rust.iter().for_each(|constant| types.take(constant));
    let builders = types.assign(names(), type_case);
    (ty.fragments, ty.typename) = (fragments, typename);
    let rust = wanted.iter().zip(rust).zip(builders);
    for (field, ((wanted, rust), builder)) in ty.fields.iter_mut().zip(rust) {
        let path = || format!("{}.{}", ty.row.name, field.row.name);
        note(renamed, path, wanted, &rust);
        name_arguments(&mut field.arguments, path, &builder, renamed);
        (field.rust, field.builder) = (rust, builder);
    }
    name_arguments(&mut ty.input_fields, || ty.row.name.clone(), &ty.rust, renamed);
    let names = || ty.values.iter().map(|value| value.row.name.as_str());
    let wanted: Vec<String> = names().map(variant_case).collect();
    let unknown = [("Unrecognized".to_owned(), "")];
    let mut rust =
        Scope::reserving(&["ALL"]).settle(wanted.iter().cloned().zip(names()).chain(unknown));
    ty.unknown_variant = rust.pop().unwrap_or_default();
    for (value, (wanted, rust)) in ty.values.iter_mut().zip(wanted.iter().zip(rust)) {
        note(renamed, || format!("{}.{}", ty.row.name, value.row.name), wanted, &rust);
        value.rust = rust;
    }
}

fn name_operations(
    operations: Vec<&mut Operation>,
    root: &str,
    domains: &[String],
    renamed: &mut Vec<Renamed>,
) {
    let names: Vec<String> =
        operations.iter().map(|operation| operation.field.row.name.clone()).collect();
    let names = || names.iter().map(String::as_str);
    let wanted: Vec<String> = names().map(snake_case).collect();
    let rust = Scope::default().settle(wanted.iter().cloned().zip(names()));
    // The files are modules, in the namespace of types.
    let mut types = Scope::default();
    domains.iter().chain(&rust).for_each(|taken| types.take(taken));
    let payload = |name| (type_case(name) + "Payload", name);
    let builders = names().map(|name| (type_case(name), name)).chain(names().map(payload));
    let mut builders = types.settle(builders);
    let payloads = builders.split_off(rust.len());
    let rust = wanted.iter().zip(rust).zip(builders).zip(payloads);
    for (operation, (((wanted, rust), builder), payload)) in operations.into_iter().zip(rust) {
        operation.payload = payload;
        let field = &mut operation.field;
        let path = || format!("{root}.{}", field.row.name);
        note(renamed, path, wanted, &rust);
        name_arguments(&mut field.arguments, path, &builder, renamed);
        (field.rust, field.builder) = (rust, builder);
    }
}

fn name_arguments(
    arguments: &mut [Argument],
    path: impl Fn() -> String,
    builder: &str,
    renamed: &mut Vec<Renamed>,
) {
    if arguments.is_empty() {
        return;
    }
    let mut methods = Scope::reserving(&BUILDER_METHODS);
    // A type parameter hides the builder, the parameter of `select`, and that of an input object's `impl`.
    let mut parameters = Scope::reserving(&[builder, "Selection", "N"]);
    let names = || arguments.iter().map(|argument| argument.row.name.as_str());
    let wanted: Vec<String> = names().map(snake_case).collect();
    let setters = methods.settle(wanted.iter().cloned().zip(names()));
    let parameters = parameters.assign(names(), type_case);
    let rust = wanted.iter().zip(setters).zip(parameters);
    for (argument, ((wanted, setter), parameter)) in arguments.iter_mut().zip(rust) {
        note(renamed, || format!("{}({})", path(), argument.row.name), wanted, &setter);
        (argument.setter, argument.parameter) = (setter, parameter);
    }
}

fn note(renamed: &mut Vec<Renamed>, graphql: impl Fn() -> String, wanted: &str, rust: &str) {
    if wanted != rust {
        let (graphql, rust, wanted) = (graphql(), rust.to_owned(), wanted.to_owned());
        renamed.push(Renamed { graphql, rust, wanted });
    }
}

/// The types of required arguments, one for each name of a setter; each argument notes its own.
fn required(model: &mut Model) -> Vec<String> {
    let setters: BTreeSet<String> =
        required_arguments(model).map(|argument| argument.setter.clone()).collect();
    let mut scope = Scope::reserving(&[module::RUNTIME]);
    let names = scope.settle(setters.iter().map(|setter| (setter.clone(), setter.as_str())));
    let named: BTreeMap<&str, &String> = setters.iter().map(String::as_str).zip(&names).collect();
    for argument in required_arguments(model) {
        argument.unset.clone_from(named[argument.setter.as_str()]);
    }
    names
}

fn required_arguments(model: &mut Model) -> impl Iterator<Item = &mut Argument> {
    let of_operations = model.operations.iter_mut().flat_map(|row| &mut row.field.arguments);
    let of_types = model.types.iter_mut().filter(|ty| ty.root.is_none()).flat_map(|ty| {
        let arguments = ty.fields.iter_mut().flat_map(|field| &mut field.arguments);
        // A oneOf input is an enum, so no value can be missing.
        let is_one_of = ty.row.one_of;
        arguments.chain(ty.input_fields.iter_mut().filter(move |_| !is_one_of))
    });
    of_operations.chain(of_types).filter(|argument| argument.row.required)
}
