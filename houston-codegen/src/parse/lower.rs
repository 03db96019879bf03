//! Converts the parsed tree to [`syntax`](super::syntax).

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use apollo_compiler::Node;
use apollo_compiler::ast::{self, Definition, OperationType};
use houston_schema::table::{OperationKind, TypeKind};

use super::syntax::{
    Directive, DirectiveDefinition, Document, Duplicate, EnumValue, FieldDefinition, InputValue,
    Name, TypeDefinition, TypeRef, Value,
};
use crate::source::{Diagnostics, Source};

/// The maximum depth of lists. Schemas need less, and each level costs the generator and rustc a recursion.
const MAX_LISTS: usize = 32;

pub(super) fn document(
    source: &Source<'_>,
    parsed: &ast::Document,
) -> Result<Document, Diagnostics> {
    let lower = Lower::default();
    let mut document = Document::default();
    for definition in &parsed.definitions {
        if definition.is_executable_definition() {
            let offset = definition.location().map_or(0, |place| place.offset());
            return Err(source
                .error(offset, "expected a type definition, found an operation")
                .into());
        }
        lower.definition(&mut document, definition);
        if let Some(offset) = lower.too_deep.take() {
            let message = format!("lists nest deeper than {MAX_LISTS} levels");
            return Err(source.error(offset, message).into());
        }
    }
    document.duplicates = lower.duplicates.into_inner();
    Ok(document)
}

#[derive(Default)]
struct Lower {
    /// Definitions that were left out because their name was taken.
    duplicates: RefCell<Vec<Duplicate>>,
    /// The offset of a type with too many lists.
    too_deep: Cell<Option<usize>>,
}

/// Types and their extensions, which have the same shape but two Rust types for each kind.
macro_rules! types {
    ($definition:ident, $node:ident;
     $($kind:ident, $defines:ident, $extends:ident $(, $field:ident: $value:expr)*;)+) => {
        match $definition {
            $(Definition::$defines($node) => TypeDefinition {
                $($field: $value,)*
                extension: false,
                description: description(&$node.description),
                ..extension(TypeKind::$kind, &$node.name, &$node.directives)
            },
            Definition::$extends($node) => TypeDefinition {
                $($field: $value,)*
                ..extension(TypeKind::$kind, &$node.name, &$node.directives)
            },)+
            _ => return,
        }
    };
}

impl Lower {
    fn definition(&self, document: &mut Document, definition: &Definition) {
        match definition {
            Definition::SchemaDefinition(node) => {
                document.has_schema_definition = true;
                document.description = description(&node.description);
                document.roots.extend(roots(&node.root_operations));
            }
            Definition::SchemaExtension(node) => {
                document.roots.extend(roots(&node.root_operations));
            }
            Definition::DirectiveDefinition(node) => {
                document.directives.push(DirectiveDefinition {
                    name: name(&node.name),
                    description: description(&node.description),
                    arguments: self.input_values(&node.arguments),
                    repeatable: node.repeatable,
                    locations: node.locations.iter().map(|one| one.name().to_owned()).collect(),
                });
            }
            _ => {}
        }
        let ty = types! { definition, node;
            Scalar, ScalarTypeDefinition, ScalarTypeExtension;
            Object, ObjectTypeDefinition, ObjectTypeExtension,
                implements: texts(&node.implements_interfaces), fields: self.fields(&node.fields);
            Interface, InterfaceTypeDefinition, InterfaceTypeExtension,
                implements: texts(&node.implements_interfaces), fields: self.fields(&node.fields);
            Union, UnionTypeDefinition, UnionTypeExtension, members: texts(&node.members);
            Enum, EnumTypeDefinition, EnumTypeExtension, values: self.values(&node.values);
            Input, InputObjectTypeDefinition, InputObjectTypeExtension,
                input_fields: self.input_values(&node.fields);
        };
        document.types.push(ty);
    }

    fn fields(&self, fields: &[Node<ast::FieldDefinition>]) -> Vec<FieldDefinition> {
        let lower = |node: &ast::FieldDefinition| FieldDefinition {
            name: name(&node.name),
            description: description(&node.description),
            arguments: self.input_values(&node.arguments),
            ty: self.type_ref(&node.ty),
            directives: directives(&node.directives),
        };
        self.each_once(fields, |node| &node.name, lower)
    }

    fn input_values(&self, values: &[Node<ast::InputValueDefinition>]) -> Vec<InputValue> {
        let lower = |node: &ast::InputValueDefinition| InputValue {
            name: name(&node.name),
            description: description(&node.description),
            ty: self.type_ref(&node.ty),
            default: node.default_value.as_deref().map(value),
            directives: directives(&node.directives),
        };
        self.each_once(values, |node| &node.name, lower)
    }

    fn values(&self, values: &[Node<ast::EnumValueDefinition>]) -> Vec<EnumValue> {
        let lower = |node: &ast::EnumValueDefinition| EnumValue {
            name: name(&node.value),
            description: description(&node.description),
            directives: directives(&node.directives),
        };
        self.each_once(values, |node| &node.value, lower)
    }

    /// Converts the members of one definition. Leaves out and records duplicates.
    fn each_once<N, T>(
        &self,
        nodes: &[Node<N>],
        named: impl Fn(&N) -> &apollo_compiler::Name,
        lower: impl Fn(&N) -> T,
    ) -> Vec<T> {
        let mut first: HashMap<&str, usize> = HashMap::new();
        let mut lowered = Vec::new();
        for node in nodes {
            let item = lower(node);
            let Name { text, offset } = name(named(node));
            if let Some(&first) = first.get(text.as_str()) {
                let range = node.location().map_or(0..0, |at| at.offset()..at.end_offset());
                let name = Name { text, offset };
                self.duplicates.borrow_mut().push(Duplicate { name, first, range });
                continue;
            }
            first.insert(named(node), offset);
            lowered.push(item);
        }
        lowered
    }

    fn type_ref(&self, ty: &ast::Type) -> TypeRef {
        let inner = std::iter::successors(Some(ty), |ty| ty.is_list().then(|| ty.item_type()));
        if inner.count() > MAX_LISTS + 1 && self.too_deep.get().is_none() {
            self.too_deep.set(Some(name(ty.inner_named_type()).offset));
        }
        type_ref(ty)
    }
}

/// An empty extension of the type with this name.
fn extension(
    kind: TypeKind,
    named: &apollo_compiler::Name,
    applied: &ast::DirectiveList,
) -> TypeDefinition {
    TypeDefinition {
        kind,
        extension: true,
        name: name(named),
        description: None,
        directives: directives(applied),
        implements: Vec::new(),
        fields: Vec::new(),
        input_fields: Vec::new(),
        values: Vec::new(),
        members: Vec::new(),
    }
}

fn roots(
    roots: &[Node<(OperationType, ast::NamedType)>],
) -> impl Iterator<Item = (OperationKind, Name)> {
    roots.iter().map(|root| {
        let kind = match root.0 {
            OperationType::Query => OperationKind::Query,
            OperationType::Mutation => OperationKind::Mutation,
            OperationType::Subscription => OperationKind::Subscription,
        };
        (kind, name(&root.1))
    })
}

fn directives(directives: &ast::DirectiveList) -> Vec<Directive> {
    let lower = |node: &Node<ast::Directive>| Directive {
        name: node.name.to_string(),
        arguments: node
            .arguments
            .iter()
            .map(|one| (one.name.to_string(), value(&one.value)))
            .collect(),
    };
    directives.iter().map(lower).collect()
}

fn type_ref(ty: &ast::Type) -> TypeRef {
    let reference = match ty {
        ast::Type::Named(name) | ast::Type::NonNullNamed(name) => TypeRef::Named(name.to_string()),
        ast::Type::List(item) | ast::Type::NonNullList(item) => {
            TypeRef::List(Box::new(type_ref(item)))
        }
    };
    if ty.is_non_null() { TypeRef::NonNull(Box::new(reference)) } else { reference }
}

fn value(value: &ast::Value) -> Value {
    match value {
        ast::Value::Null => Value::Null,
        ast::Value::Boolean(value) => Value::Boolean(*value),
        ast::Value::Float(number) => Value::Number(number.as_str().to_owned()),
        ast::Value::Int(number) => Value::Number(number.as_str().to_owned()),
        ast::Value::String(text) => Value::String(text.clone()),
        // The parser refuses variables in schemas.
        ast::Value::Enum(name) | ast::Value::Variable(name) => Value::Enum(name.to_string()),
        ast::Value::List(items) => {
            Value::List(items.iter().map(|item| self::value(item)).collect())
        }
        ast::Value::Object(fields) => Value::Object(
            fields.iter().map(|(name, value)| (name.to_string(), self::value(value))).collect(),
        ),
    }
}

fn name(name: &apollo_compiler::Name) -> Name {
    let offset = name.location().map_or(0, |place| place.offset());
    Name { text: name.to_string(), offset }
}

fn texts(names: &[apollo_compiler::Name]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

fn description(text: &Option<Node<str>>) -> Option<String> {
    text.as_ref().map(|text| text.to_string())
}
