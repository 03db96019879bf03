//! Finds the builders and commands that use a part of a schema.

use std::collections::{BTreeMap, HashMap, VecDeque};

use houston_schema::table::OperationKind;
use houston_schema::text::kebab;

use crate::keyword::ident;
use crate::model::module::Module;
use crate::model::{Argument, Field, Model, Operation, Type};

/// The maximum number of paths to one type.
const WAYS: usize = 64;

/// The maximum number of levels in a path.
const LEVELS: usize = 32;

/// One of the two schemas.
pub(super) struct Side<'m> {
    pub(super) model: &'m Model,
    /// The flags that take values of a type, by the type's name: `createDeployment --scheduler`.
    flags: HashMap<&'m str, Vec<String>>,
    /// The shortest paths to a type, by the type's name.
    ways: HashMap<&'m str, Vec<Way<'m>>>,
}

/// A command, and the prefix of a field in its `--fields`.
type Way<'m> = (&'m str, String);

/// The owner of a field.
#[derive(Clone, Copy)]
pub(super) enum Owner<'m> {
    Root(OperationKind),
    Type(&'m Type),
}

impl<'m> Side<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        let mut flags = HashMap::new();
        for operation in &model.operations {
            let name = &operation.field.row.name;
            for argument in &operation.field.arguments {
                let flag = format!("{name} --{}", kebab(&argument.row.name));
                note_flags(model, &mut flags, argument.row.type_ref().name(), flag, LEVELS);
            }
        }
        Side { model, flags, ways: ways(model) }
    }

    /// The name of a root type.
    fn root(&self, kind: OperationKind) -> &'m str {
        let root = self.model.types.iter().find(|ty| ty.root == Some(kind));
        root.map_or("", |ty| ty.row.name.as_str())
    }

    pub(super) fn path(&self, owner: Owner<'m>, field: &Field) -> String {
        let ty = match owner {
            Owner::Root(kind) => self.root(kind),
            Owner::Type(ty) => &ty.row.name,
        };
        format!("{ty}.{}", field.row.name)
    }

    /// The builder's function or the field's constant.
    pub(super) fn rust_field(&self, owner: Owner<'_>, field: &Field) -> String {
        let rust = ident(&field.rust);
        match owner {
            Owner::Root(kind) => format!("{}::{rust}()", kind.keyword()),
            Owner::Type(ty) => {
                let call = if field.arguments.is_empty() { "" } else { "()" };
                format!("object::{}::{rust}{call}", ident(&ty.module))
            }
        }
    }

    /// The struct of the default selection with a field.
    pub(super) fn rust_struct(&self, owner: Owner<'_>, field: &Field) -> String {
        match owner {
            Owner::Type(ty)
                if ty.has_struct
                    && field.row.selected
                    && self.model.is_leaf(field.row.type_ref()) =>
            {
                format!(", object::{}.{}", ident(&ty.rust), ident(&field.rust))
            }
            _ => String::new(),
        }
    }

    /// The item that selects the objects of one type on a union or interface.
    pub(super) fn rust_fragment(&self, ty: &str, member: &str) -> String {
        let Some(ty) = self.model.type_named(ty) else { return String::new() };
        let fragments = ty.row.members.iter().zip(&ty.fragments);
        let fragment = fragments.filter(|(name, _)| *name == member).map(|(_, rust)| rust).next();
        fragment.map_or(String::new(), |rust| format!("object::{}::{rust}", ident(&ty.module)))
    }

    pub(super) fn rust_type(&self, ty: &Type) -> String {
        let module = Module::of(ty.row.kind).name();
        format!("{module}::{}", ident(&ty.rust))
    }

    /// The items of a type that have no name of the schema, or a second one, each with its path: the module of its fields
    /// or its function, and the variant of unknown values or the constant of `__typename`.
    pub(super) fn rust_own_items<'t>(&self, ty: &'t Type) -> Vec<(&'t str, String)> {
        let (module, unknown) = (ident(&ty.module), ident(&ty.unknown_variant));
        match Module::of(ty.row.kind) {
            Module::Enums => {
                vec![(&ty.unknown_variant, format!("{}::{unknown}", self.rust_type(ty)))]
            }
            Module::Input if !ty.row.one_of => vec![(&ty.module, format!("input::{module}()"))],
            Module::Object => vec![
                (&ty.module, format!("object::{module}")),
                (&ty.typename, format!("object::{module}::{}", ident(&ty.typename))),
            ],
            _ => Vec::new(),
        }
    }

    /// The type of a field's builder, if it has one.
    pub(super) fn rust_builder(&self, owner: Owner<'_>, field: &Field) -> Option<String> {
        let builder = ident(&field.builder);
        match owner {
            Owner::Root(kind) => Some(format!("{}::{builder}", kind.keyword())),
            Owner::Type(_) if field.arguments.is_empty() => None,
            Owner::Type(ty) => Some(format!("object::{}::{builder}", ident(&ty.module))),
        }
    }

    /// The struct of an operation's default answer, and whether it is one for this operation alone.
    pub(super) fn rust_answer(&self, operation: &Operation) -> Option<(String, bool)> {
        let ty = self.model.type_named(operation.row.type_ref().name())?;
        if Module::of(ty.row.kind) != Module::Object {
            return None;
        }
        let is_own = self.model.has_own_answer(operation, ty);
        let payload = || format!("{}::{}", operation.row.kind.keyword(), ident(&operation.payload));
        Some((if is_own { payload() } else { self.rust_type(ty) }, is_own))
    }

    pub(super) fn rust_input_field(&self, ty: &Type, field: &Argument) -> String {
        let setter = ident(&field.setter);
        match ty.row.one_of {
            true => format!("{}::{setter}(..)", self.rust_type(ty)),
            false => format!("input::{}().{setter}(..)", ident(&ty.module)),
        }
    }

    /// The calls that show a field; for an operation, the operation itself.
    pub(super) fn calls_of_field(&self, owner: Owner<'_>, field: &Field) -> Vec<String> {
        let Owner::Type(ty) = owner else { return vec![field.row.name.clone()] };
        let ways = self.ways.get(ty.row.name.as_str()).into_iter().flatten();
        ways.map(|(command, before)| format!("{command} --fields {before}{}", field.row.name))
            .collect()
    }

    /// The flags of an argument. Only arguments of operations have flags.
    pub(super) fn calls_of_argument(
        &self,
        owner: Owner<'_>,
        field: &Field,
        argument: &Argument,
    ) -> Vec<String> {
        match owner {
            Owner::Root(_) => vec![format!("{} --{}", field.row.name, kebab(&argument.row.name))],
            Owner::Type(_) => Vec::new(),
        }
    }

    pub(super) fn calls_of_input_field(&self, ty: &Type, field: &Argument) -> Vec<String> {
        let flags = self.flags_of(ty);
        flags.iter().map(|flag| format!("{flag}.{}", field.row.name)).collect()
    }

    /// The flags that take values of a type.
    pub(super) fn flags_of(&self, ty: &Type) -> &[String] {
        self.flags.get(ty.row.name.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Whether a result can contain a value of the type.
    pub(super) fn is_output(&self, ty: &Type) -> bool {
        self.model.fields().any(|field| field.row.type_ref().name() == ty.row.name)
    }

    /// Whether an argument can contain a value of the type.
    pub(super) fn is_input(&self, ty: &Type) -> bool {
        self.model.inputs().any(|input| input.row.type_ref().name() == ty.row.name)
    }
}

fn note_flags<'m>(
    model: &'m Model,
    flags: &mut HashMap<&'m str, Vec<String>>,
    name: &'m str,
    flag: String,
    levels: usize,
) {
    let Some(levels) = levels.checked_sub(1) else { return };
    let known = flags.entry(name).or_default();
    // An input object may contain itself: then the flag that led to it is a part of the new flag.
    let again = known.iter().any(|one| flag.starts_with(&format!("{one}.")));
    if again || known.len() >= WAYS {
        return;
    }
    known.push(flag.clone());
    let fields = model.type_named(name).map_or(&[][..], |ty| &ty.input_fields);
    for field in fields {
        let flag = format!("{flag}.{}", field.row.name);
        note_flags(model, flags, field.row.type_ref().name(), flag, levels);
    }
}

/// Breadth first, from all operations at once.
fn ways(model: &Model) -> HashMap<&str, Vec<Way<'_>>> {
    let mut ways: HashMap<&str, (usize, Vec<Way<'_>>)> = HashMap::new();
    let mut queue: VecDeque<(usize, &str, &str, String)> = model
        .operations
        .iter()
        .map(|one| (0, one.field.row.type_ref().name(), one.row.name.as_str(), String::new()))
        .collect();
    while let Some((depth, name, command, before)) = queue.pop_front() {
        let is_new = !ways.contains_key(name);
        let (nearest, known) = ways.entry(name).or_insert((depth, Vec::new()));
        if *nearest < depth || known.len() >= WAYS || depth >= LEVELS {
            continue;
        }
        known.push((command, before.clone()));
        if !is_new {
            continue;
        }
        for field in model.type_named(name).map_or(&[][..], |ty| &ty.fields) {
            if !model.is_leaf(field.row.type_ref())
                && !field.arguments.iter().any(|one| one.row.required)
            {
                let before = format!("{before}{}.", field.row.name);
                queue.push_back((depth + 1, field.row.type_ref().name(), command, before));
            }
        }
    }
    ways.into_iter().map(|(name, (_, ways))| (name, ways)).collect()
}

/// Pairs the items of two lists by name.
pub(super) fn pairs<'a, T: 'a>(
    old: impl IntoIterator<Item = &'a T>,
    new: impl IntoIterator<Item = &'a T>,
    name: impl Fn(&T) -> &str,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let mut pairs: BTreeMap<&str, (Option<&T>, Option<&T>)> = BTreeMap::new();
    for one in old {
        pairs.entry(name(one)).or_default().0 = Some(one);
    }
    for one in new {
        pairs.entry(name(one)).or_default().1 = Some(one);
    }
    pairs.into_values().collect()
}
