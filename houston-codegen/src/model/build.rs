//! From syntax to the model: extensions merged, requirements decided; and, at the end, the names.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Renamed, Scope, snake_case, type_case, variant_case};
use super::{
    Access, Argument, Effect, EnumValue, Field, Model, Nulls, Operation, OperationKind, Required,
    Scalar, Type,
};
use crate::parse::syntax::{
    Directive, Document, FieldDefinition, InputValue, TypeDefinition, TypeKind, Value,
};

const ROOTS: [(OperationKind, &str, &str); 3] = [
    (OperationKind::Query, "query", "Query"),
    (OperationKind::Mutation, "mutation", "Mutation"),
    (OperationKind::Subscription, "subscription", "Subscription"),
];

const BUILT_IN_SCALARS: [(&str, Scalar, &str); 5] = [
    ("Boolean", Scalar::Boolean, "True or false."),
    ("Float", Scalar::Float, "A double-precision number."),
    ("ID", Scalar::Opaque, "An identifier: opaque text."),
    ("Int", Scalar::Int, "A signed 32-bit number."),
    ("String", Scalar::String, "Text."),
];

/// The model, still without names, and with nothing of the overlay.
pub(super) fn model(document: Document) -> Model {
    let roots = root_names(&document);
    let mut types: BTreeMap<String, Type> = BUILT_IN_SCALARS
        .into_iter()
        .map(|(name, scalar, description)| {
            let mut ty = empty_type(TypeKind::Scalar, name.to_owned());
            ty.scalar = scalar;
            ty.description = description.to_owned();
            (ty.name.clone(), ty)
        })
        .collect();
    // Definitions first: an extension may stand before what it extends.
    let (extensions, definitions): (Vec<_>, Vec<_>) =
        document.types.into_iter().partition(|definition| definition.extension);
    for definition in definitions.into_iter().chain(extensions) {
        let name = definition.name.text.clone();
        let ty = types.entry(name.clone()).or_insert_with(|| empty_type(definition.kind, name));
        add(ty, definition);
    }
    implementers(&mut types);
    for (kind, name) in &roots {
        if let Some(ty) = types.get_mut(name) {
            ty.root = Some(*kind);
        }
    }
    let mut operations = Vec::new();
    for (kind, name) in &roots {
        let fields = types.get(name).map_or(&[][..], |ty| &ty.fields);
        let mut of_kind: Vec<Operation> =
            fields.iter().map(|field| operation(*kind, field.clone())).collect();
        of_kind.sort_by(|one, other| one.field.name.cmp(&other.field.name));
        operations.extend(of_kind);
    }
    let mut model = Model {
        version: None,
        operations,
        types: types.into_values().collect(),
        directives: document.directives,
        roles: Vec::new(),
        refusals: Vec::new(),
        required: Vec::new(),
        domains: vec!["all".to_owned()],
        renamed: Vec::new(),
        duplicates: Vec::new(),
    };
    default_selections(&mut model);
    model
}

/// `schema { … }` names the root types; without it they have their usual names, and an extension adds to
/// those.
fn root_names(document: &Document) -> Vec<(OperationKind, String)> {
    let defined = |usual: &str| document.types.iter().any(|ty| ty.name.text == usual);
    ROOTS
        .into_iter()
        .filter_map(|(kind, keyword, usual)| {
            let named = document.roots.iter().find(|(root, _)| root == keyword);
            let usual = (!document.has_schema_definition && defined(usual)).then_some(usual);
            let name = named.map(|(_, name)| name.text.as_str()).or(usual)?;
            Some((kind, name.to_owned()))
        })
        .collect()
}

fn empty_type(kind: TypeKind, name: String) -> Type {
    Type {
        kind,
        name,
        rust: String::new(),
        module: String::new(),
        ready: String::new(),
        description: String::new(),
        directives: Vec::new(),
        implements: Vec::new(),
        fields: Vec::new(),
        input_fields: Vec::new(),
        values: Vec::new(),
        unknown_variant: String::new(),
        members: Vec::new(),
        one_of: false,
        scalar: Scalar::Json,
        typename: String::new(),
        fragments: Vec::new(),
        root: None,
        domain: 0,
    }
}

/// Adds what a definition or an extension says.
fn add(ty: &mut Type, definition: TypeDefinition) {
    if let Some(description) = definition.description {
        ty.description = description;
    }
    ty.one_of |= definition.directives.iter().any(|directive| directive.name == "oneOf");
    ty.directives.extend(definition.directives);
    ty.implements.extend(definition.implements);
    ty.fields.extend(definition.fields.into_iter().map(field));
    ty.input_fields.extend(definition.input_fields.into_iter().map(argument));
    ty.input_fields.sort_by_key(order);
    ty.members.extend(definition.members);
    ty.values.extend(definition.values.into_iter().map(|value| EnumValue {
        name: value.name.text,
        rust: String::new(),
        description: value.description.unwrap_or_default(),
        deprecated: deprecated(&value.directives),
        directives: value.directives,
    }));
}

fn field(definition: FieldDefinition) -> Field {
    let mut arguments: Vec<Argument> = definition.arguments.into_iter().map(argument).collect();
    arguments.sort_by_key(order);
    Field {
        name: definition.name.text,
        rust: String::new(),
        builder: String::new(),
        ready: String::new(),
        description: definition.description.unwrap_or_default(),
        arguments,
        ty: definition.ty,
        deprecated: deprecated(&definition.directives),
        directives: definition.directives,
        selected: false,
        secret: false,
        items: Nulls::AsSchema,
        domain: 0,
    }
}

fn argument(value: InputValue) -> Argument {
    Argument {
        name: value.name.text,
        setter: String::new(),
        null_setter: String::new(),
        maybe_setter: String::new(),
        parameter: String::new(),
        description: value.description.unwrap_or_default(),
        // The specification, section "Required Arguments".
        required: value.ty.is_non_null() && value.default.is_none(),
        required_by_overlay: false,
        finders: Vec::new(),
        keys: Vec::new(),
        ty: value.ty,
        default: value.default,
        deprecated: deprecated(&value.directives),
        directives: value.directives,
        secret: false,
    }
}

/// Required ones first, then by name.
pub(super) fn order(argument: &Argument) -> (bool, String) {
    (!argument.required, argument.name.clone())
}

fn deprecated(directives: &[Directive]) -> Option<String> {
    let directive = directives.iter().find(|directive| directive.name == "deprecated")?;
    let reason = directive.arguments.iter().find(|(name, _)| name == "reason");
    Some(match reason {
        Some((_, Value::String(reason))) => reason.clone(),
        // The default of the specification, section "@deprecated".
        _ => "No longer supported".to_owned(),
    })
}

fn operation(kind: OperationKind, field: Field) -> Operation {
    Operation {
        kind,
        effect: match kind {
            OperationKind::Mutation => Effect::Unknown,
            OperationKind::Query | OperationKind::Subscription => Effect::Read,
        },
        idempotent: kind != OperationKind::Mutation,
        field,
        payload: String::new(),
        natural_key: Vec::new(),
        finder: None,
        merge: None,
        access: Access::Unknown,
        trap: String::new(),
        selected: Vec::new(),
        omitted: Vec::new(),
        secrets: Vec::new(),
        items: Nulls::AsSchema,
        result: Nulls::AsSchema,
    }
}

fn implementers(types: &mut BTreeMap<String, Type>) {
    let mut of: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for ty in types.values().filter(|ty| ty.kind == TypeKind::Object) {
        for interface in &ty.implements {
            of.entry(interface.clone()).or_default().push(ty.name.clone());
        }
    }
    for (interface, objects) in of {
        if let Some(ty) = types.get_mut(&interface) {
            ty.members = objects;
        }
    }
}

/// A default selection has what needs no argument and is not about to go away. Root types have none: they
/// are the operations.
fn default_selections(model: &mut Model) {
    for ty in model.types.iter_mut().filter(|ty| ty.root.is_none()) {
        for field in &mut ty.fields {
            let free = !field.arguments.iter().any(|argument| argument.required);
            field.selected = free && field.deprecated.is_none();
        }
    }
}

/// Names of generated items that no schema name may take: methods of every builder, and what the
/// generator writes beside a schema's own names.
const BUILDER_METHODS: [&str; 4] = ["select", "request", "clone", "into_argument"];

/// Gives everything its Rust name, scope by scope.
pub(super) fn name(model: &mut Model) {
    let mut renamed = Vec::new();
    type_names(&mut model.types, &model.domains);
    for ty in &mut model.types {
        name_fields(ty, &mut renamed);
    }
    for (kind, _, _) in ROOTS {
        let of_kind: Vec<&mut Operation> =
            model.operations.iter_mut().filter(|operation| operation.kind == kind).collect();
        let root = model.types.iter().find(|ty| ty.root == Some(kind));
        name_operations(
            of_kind,
            root.map_or("", |ty| ty.name.as_str()),
            &model.domains,
            &mut renamed,
        );
    }
    for ty in &model.types {
        note(&mut renamed, &ty.name, &type_case(&ty.name), &ty.rust);
        if ty.root.is_none() && !matches!(ty.kind, TypeKind::Enum | TypeKind::Scalar) {
            note(&mut renamed, &ty.name, &snake_case(&ty.name), &ty.module);
        }
    }
    renamed.sort();
    renamed.dedup();
    model.renamed = renamed;
    model.required = required(model);
}

/// What generated files have in scope beside their own items: the runtime, and the modules that items name.
const MODULES: [&str; 7] = ["rt", "argument", "enums", "input", "object", "required", "scalar"];

/// Types share a namespace with the modules of their fields, in one module for each kind of item.
fn type_names(types: &mut [Type], domains: &[String]) {
    let kinds: [&[TypeKind]; 4] = [
        &[TypeKind::Object, TypeKind::Interface, TypeKind::Union],
        &[TypeKind::Input],
        &[TypeKind::Enum],
        &[TypeKind::Scalar],
    ];
    for kinds in kinds {
        let mut scope = Scope::reserving(&MODULES);
        for domain in domains {
            scope.claim(domain);
        }
        let mut of_kind: Vec<&mut Type> =
            types.iter_mut().filter(|ty| kinds.contains(&ty.kind)).collect();
        let rust = scope.assign(of_kind.iter().map(|ty| ty.name.as_str()), type_case);
        if kinds.contains(&TypeKind::Input) {
            // Of an input object it is a function, which shares a namespace with the types' constructors alone.
            scope = Scope::default();
            rust.iter().for_each(|ty| drop(scope.claim(ty)));
        }
        let modules = scope.assign(of_kind.iter().map(|ty| ty.name.as_str()), snake_case);
        for (ty, (rust, module)) in of_kind.iter_mut().zip(rust.into_iter().zip(modules)) {
            ty.ready = scope.claim(&format!("{rust}Ready"));
            ty.rust = rust;
            ty.module = module;
        }
    }
}

fn name_fields(ty: &mut Type, renamed: &mut Vec<Renamed>) {
    let mut constants = Scope::default();
    let rust = constants.assign(ty.fields.iter().map(|field| field.name.as_str()), snake_case);
    // A builder is a function's namesake where a name has no letters.
    let mut types = Scope::default();
    rust.iter().for_each(|constant| drop(types.claim(constant)));
    let builders = types.assign(ty.fields.iter().map(|field| field.name.as_str()), type_case);
    ty.typename = constants.claim("typename");
    let fragment = |member: &str| format!("on_{}", snake_case(member));
    ty.fragments = constants.assign(ty.members.iter().map(String::as_str), fragment);
    for (field, (rust, builder)) in ty.fields.iter_mut().zip(rust.into_iter().zip(builders)) {
        let path = format!("{}.{}", ty.name, field.name);
        note(renamed, &path, &snake_case(&field.name), &rust);
        field.ready = types.claim(&format!("{builder}Ready"));
        (field.rust, field.builder) = (rust, builder);
        name_arguments(&mut field.arguments, &path, &field.builder, renamed);
    }
    name_arguments(&mut ty.input_fields, &ty.name, &ty.rust, renamed);
    let mut scope = Scope::default();
    let values = scope.assign(ty.values.iter().map(|value| value.name.as_str()), variant_case);
    ty.unknown_variant = scope.claim("Unrecognized");
    for (value, rust) in ty.values.iter_mut().zip(values) {
        note(renamed, &format!("{}.{}", ty.name, value.name), &variant_case(&value.name), &rust);
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
        operations.iter().map(|operation| operation.field.name.clone()).collect();
    let names = || names.iter().map(String::as_str);
    let rust = Scope::default().assign(names(), snake_case);
    // The files are modules, in the namespace of types.
    let mut types = Scope::default();
    for taken in domains.iter().chain(&rust) {
        types.claim(taken);
    }
    let builders = types.assign(names(), type_case);
    for (operation, (rust, builder)) in operations.into_iter().zip(rust.into_iter().zip(builders)) {
        let field = &mut operation.field;
        let path = format!("{root}.{}", field.name);
        note(renamed, &path, &snake_case(&field.name), &rust);
        operation.payload = types.claim(&format!("{builder}Payload"));
        field.ready = types.claim(&format!("{builder}Ready"));
        (field.rust, field.builder) = (rust, builder);
        name_arguments(&mut field.arguments, &path, &field.builder, renamed);
    }
}

fn name_arguments(
    arguments: &mut [Argument],
    path: &str,
    builder: &str,
    renamed: &mut Vec<Renamed>,
) {
    let mut methods = Scope::reserving(&BUILDER_METHODS);
    // A type parameter hides the builder and, in `select`, its own parameter.
    let mut parameters = Scope::reserving(&[builder, "Selection"]);
    let names: Vec<String> = arguments.iter().map(|argument| argument.name.clone()).collect();
    let names = || names.iter().map(String::as_str);
    let setters = methods.assign(names(), snake_case);
    let parameters = parameters.assign(names(), type_case);
    for (argument, (setter, parameter)) in
        arguments.iter_mut().zip(setters.into_iter().zip(parameters))
    {
        note(renamed, &format!("{path}({})", argument.name), &snake_case(&argument.name), &setter);
        let null_setter = format!("{}_null", setter.trim_end_matches('_'));
        let maybe_setter = format!("maybe_{setter}");
        argument.null_setter = methods.claim(&null_setter);
        argument.maybe_setter = methods.claim(&maybe_setter);
        if !argument.required {
            let of = format!("{path}({})", argument.name);
            note(renamed, &of, &maybe_setter, &argument.maybe_setter);
            if !argument.ty.is_non_null() {
                note(renamed, &of, &null_setter, &argument.null_setter);
            }
        }
        argument.setter = setter;
        argument.parameter = parameter;
    }
}

fn note(renamed: &mut Vec<Renamed>, graphql: &str, wanted: &str, rust: &str) {
    if wanted != rust {
        let (graphql, rust, wanted) = (graphql.to_owned(), rust.to_owned(), wanted.to_owned());
        renamed.push(Renamed { graphql, rust, wanted });
    }
}

/// Every distinct required argument of the model.
fn required(model: &Model) -> Vec<Required> {
    let of_operations = model.operations.iter().flat_map(|operation| &operation.field.arguments);
    let of_fields = model.types.iter().filter(|ty| ty.root.is_none()).flat_map(|ty| {
        let arguments = ty.fields.iter().flat_map(|field| &field.arguments);
        // A oneOf input is an enum: nothing of it can be left out.
        arguments.chain(ty.input_fields.iter().filter(|_| !ty.one_of))
    });
    let distinct: BTreeSet<Required> = of_operations
        .chain(of_fields)
        .filter(|argument| argument.required)
        .map(|argument| Required {
            name: argument.name.clone(),
            setter: argument.setter.clone(),
            by_overlay: argument.required_by_overlay,
            rust: String::new(),
        })
        .collect();
    let mut required: Vec<Required> = distinct.into_iter().collect();
    let mut scope = Scope::reserving(&["rt"]);
    for one in &mut required {
        one.rust = scope.claim(&one.setter);
    }
    required
}
