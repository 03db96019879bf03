//! Converts apollo-parser's syntax tree to [`syntax`](super::syntax).

use std::cell::RefCell;
use std::collections::HashMap;

use apollo_parser::cst::{self, CstChildren, CstNode};
use houston_schema::table::{OperationKind, TypeKind};

use super::syntax::{
    Directive, DirectiveDefinition, Document, Duplicate, EnumValue, FieldDefinition, InputValue,
    Name, TypeDefinition, TypeRef, Value,
};
use crate::source::{Diagnostic, Diagnostics, Source};

type Lowered<T> = Result<T, Diagnostic>;

pub(super) fn document(source: &Source<'_>, tree: &cst::Document) -> Result<Document, Diagnostics> {
    let lower = Lower { source, duplicates: RefCell::default() };
    let mut document = Document::default();
    for definition in tree.definitions() {
        lower.definition(&mut document, definition)?;
    }
    document.duplicates = lower.duplicates.into_inner();
    Ok(document)
}

struct Lower<'s> {
    source: &'s Source<'s>,
    /// Definitions that were left out because their name was taken.
    duplicates: RefCell<Vec<Duplicate>>,
}

/// Types and their extensions, which have the same shape but two Rust types for each kind.
macro_rules! types {
    ($lower:ident, $definition:ident, $node:ident;
     $($kind:ident, $defines:ident, $extends:ident $(, $field:ident: $value:expr)*;)+) => {
        match $definition {
            $(cst::Definition::$defines($node) => TypeDefinition {
                $($field: $value,)*
                extension: false,
                description: description($node.description()),
                ..$lower.ty(TypeKind::$kind, $node.name(), $node.directives(), $node.syntax())?
            },
            cst::Definition::$extends($node) => TypeDefinition {
                $($field: $value,)*
                ..$lower.ty(TypeKind::$kind, $node.name(), $node.directives(), $node.syntax())?
            },)+
            executable => {
                let offset = offset(executable.syntax());
                let expected = "expected a type definition, found an operation";
                return Err($lower.source.error(offset, expected));
            }
        }
    };
}

impl Lower<'_> {
    fn definition(&self, document: &mut Document, definition: cst::Definition) -> Lowered<()> {
        let definition = match definition {
            cst::Definition::SchemaDefinition(node) => {
                document.has_schema_definition = true;
                document.description = description(node.description());
                return self.roots(document, node.root_operation_type_definitions());
            }
            cst::Definition::SchemaExtension(node) => {
                return self.roots(document, node.root_operation_type_definitions());
            }
            cst::Definition::DirectiveDefinition(node) => {
                document.directives.push(self.directive_definition(&node)?);
                return Ok(());
            }
            other => other,
        };
        let ty = types! { self, definition, node;
            Scalar, ScalarTypeDefinition, ScalarTypeExtension;
            Object, ObjectTypeDefinition, ObjectTypeExtension,
                implements: self.interfaces(node.implements_interfaces())?,
                fields: self.fields(node.fields_definition())?;
            Interface, InterfaceTypeDefinition, InterfaceTypeExtension,
                implements: self.interfaces(node.implements_interfaces())?,
                fields: self.fields(node.fields_definition())?;
            Union, UnionTypeDefinition, UnionTypeExtension,
                members: self.members(node.union_member_types())?;
            Enum, EnumTypeDefinition, EnumTypeExtension,
                values: self.values(node.enum_values_definition())?;
            Input, InputObjectTypeDefinition, InputObjectTypeExtension,
                input_fields: self.input_values(
                    node.input_fields_definition().map(|fields| fields.input_value_definitions()))?;
        };
        document.types.push(ty);
        Ok(())
    }

    /// An empty extension of the type with this name.
    fn ty(
        &self,
        kind: TypeKind,
        name: Option<cst::Name>,
        directives: Option<cst::Directives>,
        node: &apollo_parser::SyntaxNode,
    ) -> Lowered<TypeDefinition> {
        Ok(TypeDefinition {
            kind,
            extension: true,
            name: self.name(name, node)?,
            directives: self.directives(directives)?,
            ..TypeDefinition::default()
        })
    }

    fn roots(
        &self,
        document: &mut Document,
        roots: CstChildren<cst::RootOperationTypeDefinition>,
    ) -> Lowered<()> {
        for root in roots {
            let keyword = self.part(root.operation_type(), root.syntax(), "an operation type")?;
            let keyword = keyword.syntax().text().to_string();
            let is_meant = |kind: &OperationKind| kind.keyword() == keyword.trim();
            let kind = OperationKind::ALL.into_iter().find(is_meant);
            let kind = self.part(kind, root.syntax(), "an operation type")?;
            let named = self.part(root.named_type(), root.syntax(), "a type")?;
            document.roots.push((kind, self.name(named.name(), named.syntax())?));
        }
        Ok(())
    }

    fn directive_definition(
        &self,
        node: &cst::DirectiveDefinition,
    ) -> Lowered<DirectiveDefinition> {
        let arguments =
            node.arguments_definition().map(|arguments| arguments.input_value_definitions());
        let locations = node.directive_locations().map(|locations| locations.directive_locations());
        Ok(DirectiveDefinition {
            name: self.name(node.name(), node.syntax())?,
            description: description(node.description()),
            arguments: self.input_values(arguments)?,
            repeatable: node.repeatable_token().is_some(),
            locations: locations
                .into_iter()
                .flatten()
                .filter_map(|location| Some(location.text()?.to_string()))
                .collect(),
        })
    }

    fn fields(&self, fields: Option<cst::FieldsDefinition>) -> Lowered<Vec<FieldDefinition>> {
        let fields = fields.map(|fields| fields.field_definitions());
        self.each_once(fields, |node| {
            let arguments =
                node.arguments_definition().map(|arguments| arguments.input_value_definitions());
            let name = self.name(node.name(), node.syntax())?;
            Ok((
                name.clone(),
                FieldDefinition {
                    name,
                    description: description(node.description()),
                    arguments: self.input_values(arguments)?,
                    ty: self.type_ref(node.ty(), node.syntax())?,
                    directives: self.directives(node.directives())?,
                },
            ))
        })
    }

    fn input_values(
        &self,
        values: Option<CstChildren<cst::InputValueDefinition>>,
    ) -> Lowered<Vec<InputValue>> {
        self.each_once(values, |node| {
            let default = node.default_value().and_then(|default| default.value());
            let name = self.name(node.name(), node.syntax())?;
            Ok((
                name.clone(),
                InputValue {
                    name,
                    description: description(node.description()),
                    ty: self.type_ref(node.ty(), node.syntax())?,
                    default: default.map(|value| self.value(value)).transpose()?,
                    directives: self.directives(node.directives())?,
                },
            ))
        })
    }

    fn values(&self, values: Option<cst::EnumValuesDefinition>) -> Lowered<Vec<EnumValue>> {
        self.each_once(values.map(|values| values.enum_value_definitions()), |node| {
            let name = node.enum_value().and_then(|value| value.name());
            let name = self.name(name, node.syntax())?;
            Ok((
                name.clone(),
                EnumValue {
                    name,
                    description: description(node.description()),
                    directives: self.directives(node.directives())?,
                },
            ))
        })
    }

    fn members(&self, members: Option<cst::UnionMemberTypes>) -> Lowered<Vec<String>> {
        self.named_types(members.map(|members| members.named_types()))
    }

    fn interfaces(&self, interfaces: Option<cst::ImplementsInterfaces>) -> Lowered<Vec<String>> {
        self.named_types(interfaces.map(|interfaces| interfaces.named_types()))
    }

    fn named_types(&self, types: Option<CstChildren<cst::NamedType>>) -> Lowered<Vec<String>> {
        each(types, |node| Ok(self.name(node.name(), node.syntax())?.text))
    }

    fn directives(&self, directives: Option<cst::Directives>) -> Lowered<Vec<Directive>> {
        each(directives.map(|directives| directives.directives()), |node| {
            let arguments = node.arguments().map(|arguments| arguments.arguments());
            Ok(Directive {
                name: self.name(node.name(), node.syntax())?.text,
                arguments: each(arguments, |argument| {
                    let value = self.part(argument.value(), argument.syntax(), "a value")?;
                    Ok((self.name(argument.name(), argument.syntax())?.text, self.value(value)?))
                })?,
            })
        })
    }

    fn type_ref(
        &self,
        ty: Option<cst::Type>,
        parent: &apollo_parser::SyntaxNode,
    ) -> Lowered<TypeRef> {
        let named = |named: Option<cst::NamedType>| {
            let named = self.part(named, parent, "a type")?;
            Ok(TypeRef::Named(self.name(named.name(), named.syntax())?.text))
        };
        let list = |list: cst::ListType| {
            Ok(TypeRef::List(Box::new(self.type_ref(list.ty(), list.syntax())?)))
        };
        match self.part(ty, parent, "a type")? {
            cst::Type::NamedType(node) => named(Some(node)),
            cst::Type::ListType(node) => list(node),
            cst::Type::NonNullType(node) => {
                let inner = match node.list_type() {
                    Some(node) => list(node)?,
                    None => named(node.named_type())?,
                };
                Ok(TypeRef::NonNull(Box::new(inner)))
            }
        }
    }

    fn value(&self, value: cst::Value) -> Lowered<Value> {
        let number = |token: Option<apollo_parser::SyntaxToken>,
                      node: &apollo_parser::SyntaxNode| {
            let token = self.part(token, node, "a number")?;
            Ok(Value::Number(token.text().to_owned()))
        };
        Ok(match value {
            cst::Value::Variable(node) => {
                let offset = offset(node.syntax());
                return Err(self.source.error(offset, "expected a constant, found a variable"));
            }
            cst::Value::StringValue(node) => Value::String(String::from(&node)),
            cst::Value::FloatValue(node) => return number(node.float_token(), node.syntax()),
            cst::Value::IntValue(node) => return number(node.int_token(), node.syntax()),
            cst::Value::BooleanValue(node) => Value::Boolean(node.true_token().is_some()),
            cst::Value::NullValue(_) => Value::Null,
            cst::Value::EnumValue(node) => Value::Enum(self.name(node.name(), node.syntax())?.text),
            cst::Value::ListValue(node) => {
                Value::List(each(Some(node.values()), |item| self.value(item))?)
            }
            cst::Value::ObjectValue(node) => {
                Value::Object(each(Some(node.object_fields()), |field| {
                    let value = self.part(field.value(), field.syntax(), "a value")?;
                    Ok((self.name(field.name(), field.syntax())?.text, self.value(value)?))
                })?)
            }
        })
    }

    /// Converts the members of one definition. Leaves out and records duplicates.
    fn each_once<N: CstNode, T>(
        &self,
        nodes: Option<impl Iterator<Item = N>>,
        lower: impl Fn(&N) -> Lowered<(Name, T)>,
    ) -> Lowered<Vec<T>> {
        let mut first: HashMap<String, usize> = HashMap::new();
        let mut lowered = Vec::new();
        for node in nodes.into_iter().flatten() {
            let (name, item) = lower(&node)?;
            if let Some(&first) = first.get(&name.text) {
                let range = node.syntax().text_range();
                let range = range.start().into()..range.end().into();
                self.duplicates.borrow_mut().push(Duplicate { name, first, range });
                continue;
            }
            first.insert(name.text, name.offset);
            lowered.push(item);
        }
        Ok(lowered)
    }

    fn name(&self, name: Option<cst::Name>, parent: &apollo_parser::SyntaxNode) -> Lowered<Name> {
        let name = self.part(name, parent, "a name")?;
        Ok(Name { text: name.text().to_string(), offset: offset(name.syntax()) })
    }

    /// Reports a missing part that the parser did not report.
    fn part<T>(
        &self,
        part: Option<T>,
        parent: &apollo_parser::SyntaxNode,
        expected: &str,
    ) -> Lowered<T> {
        part.ok_or_else(|| self.source.error(offset(parent), format!("expected {expected}")))
    }
}

fn each<N, T>(
    nodes: Option<impl Iterator<Item = N>>,
    lower: impl Fn(N) -> Lowered<T>,
) -> Lowered<Vec<T>> {
    nodes.into_iter().flatten().map(lower).collect()
}

fn offset(node: &apollo_parser::SyntaxNode) -> usize {
    node.text_range().start().into()
}

fn description(description: Option<cst::Description>) -> Option<String> {
    Some(String::from(&description?.string_value()?))
}
