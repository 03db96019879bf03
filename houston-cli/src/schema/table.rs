//! The schema table, built at run time from the generator's model: the same rows that it writes as constants.

use houston_client::schema as table;
use houston_client::schema::{Rows, Text};
use houston_codegen::model::{self, Model};

/// The table of a schema.
pub(super) fn schema(model: &Model) -> table::Schema {
    let types = model.types.iter().filter(|ty| ty.root.is_none());
    let roles = model.roles.iter().map(|(name, permissions)| table::Role {
        name: text(name),
        permissions: texts(permissions),
    });
    table::Schema {
        version: option(&model.version),
        operations: model.operations.iter().map(operation).collect(),
        types: types.map(ty).collect(),
        roles: roles.collect(),
    }
}

fn text(text: &str) -> Text {
    Text::Owned(text.to_owned())
}

fn option(text: &Option<String>) -> Option<Text> {
    text.clone().map(Text::Owned)
}

fn texts(texts: &[String]) -> Rows<Text> {
    texts.iter().map(|text| self::text(text)).collect()
}

fn pairs(pairs: &[(String, String)]) -> Rows<(Text, Text)> {
    pairs.iter().map(|(theirs, ours)| (text(theirs), text(ours))).collect()
}

fn operation(operation: &model::Operation) -> table::Operation {
    let field = &operation.field;
    table::Operation {
        kind: match operation.kind {
            model::OperationKind::Query => table::OperationKind::Query,
            model::OperationKind::Mutation => table::OperationKind::Mutation,
            model::OperationKind::Subscription => table::OperationKind::Subscription,
        },
        name: text(&field.name),
        description: text(&field.description),
        arguments: field.arguments.iter().map(argument).collect(),
        ty: Text::Owned(field.ty.to_string()),
        deprecated: option(&field.deprecated),
        effect: effect(operation.effect),
        idempotent: operation.idempotent,
        natural_key: texts(&operation.natural_key),
        finder: operation.finder.as_ref().map(|finder| table::Finder {
            query: text(&finder.query),
            arguments: pairs(&finder.arguments),
            matches: pairs(&finder.matches),
        }),
        merge: operation.merge.as_ref().map(|merge| table::Merge {
            argument: text(&merge.argument),
            key: text(&merge.key),
            hides: option(&merge.hides),
        }),
        access: match &operation.access {
            model::Access::Unknown => table::Access::Unknown,
            model::Access::Public => table::Access::Public,
            model::Access::SignedIn => table::Access::SignedIn,
            model::Access::AnyOf(permissions) => table::Access::AnyOf(texts(permissions)),
        },
        trap: text(&operation.trap),
        selected: texts(&operation.selected),
        omitted: texts(&operation.omitted),
        secrets: texts(&operation.secrets),
    }
}

fn effect(effect: model::Effect) -> table::Effect {
    match effect {
        model::Effect::Read => table::Effect::Read,
        model::Effect::Create => table::Effect::Create,
        model::Effect::Update => table::Effect::Update,
        model::Effect::Replace => table::Effect::Replace,
        model::Effect::Delete => table::Effect::Delete,
        model::Effect::Session => table::Effect::Session,
        model::Effect::Unknown => table::Effect::Unknown,
    }
}

fn argument(argument: &model::Argument) -> table::Argument {
    table::Argument {
        name: text(&argument.name),
        description: text(&argument.description),
        ty: Text::Owned(argument.ty.to_string()),
        default: argument.default.as_ref().map(|default| Text::Owned(default.to_string())),
        deprecated: option(&argument.deprecated),
        required: argument.required,
        secret: argument.secret,
        finders: texts(&argument.finders),
        keys: texts(&argument.keys),
    }
}

fn ty(ty: &model::Type) -> table::Type {
    table::Type {
        name: text(&ty.name),
        kind: match ty.kind {
            model::TypeKind::Scalar => table::TypeKind::Scalar,
            model::TypeKind::Enum => table::TypeKind::Enum,
            model::TypeKind::Input => table::TypeKind::Input,
            model::TypeKind::Object => table::TypeKind::Object,
            model::TypeKind::Interface => table::TypeKind::Interface,
            model::TypeKind::Union => table::TypeKind::Union,
        },
        description: text(&ty.description),
        fields: ty.fields.iter().map(field).collect(),
        input_fields: ty.input_fields.iter().map(argument).collect(),
        values: ty.values.iter().map(value).collect(),
        members: texts(&ty.members),
        one_of: ty.one_of,
        scalar: scalar(ty),
    }
}

fn scalar(ty: &model::Type) -> table::Scalar {
    if ty.kind != model::TypeKind::Scalar {
        return table::Scalar::Json;
    }
    match ty.scalar {
        model::Scalar::Int => table::Scalar::Int,
        model::Scalar::Float => table::Scalar::Float,
        model::Scalar::String => table::Scalar::String,
        model::Scalar::Boolean => table::Scalar::Boolean,
        model::Scalar::Opaque => table::Scalar::Opaque,
        model::Scalar::DateTime => table::Scalar::DateTime,
        model::Scalar::Json | model::Scalar::Rust(_) => table::Scalar::Json,
    }
}

fn field(field: &model::Field) -> table::Field {
    table::Field {
        name: text(&field.name),
        description: text(&field.description),
        ty: Text::Owned(field.ty.to_string()),
        arguments: field.arguments.iter().map(argument).collect(),
        deprecated: option(&field.deprecated),
        selected: field.selected,
        secret: field.secret,
    }
}

fn value(value: &model::EnumValue) -> table::EnumValue {
    table::EnumValue {
        name: text(&value.name),
        description: text(&value.description),
        deprecated: option(&value.deprecated),
    }
}

#[cfg(test)]
mod tests {
    use houston_codegen::Source;
    use houston_codegen::model::{Model, Sources};

    /// One type for two births: whoever reads the table cannot tell which it got.
    #[test]
    fn the_table_of_the_built_in_schema_is_the_generated_one() {
        let beside = |text| Some(Source::new("", text));
        let sources = Sources {
            overlay: beside(houston_schema::OVERLAY),
            permissions: beside(houston_schema::PERMISSIONS),
            ..Sources::schema(Source::new("", houston_schema::SDL))
        };
        let built = super::schema(&Model::new(&sources).unwrap());
        let generated = &houston_client::SCHEMA;
        for (built, generated) in built.operations.iter().zip(generated.operations.iter()) {
            assert_eq!(format!("{built:?}"), format!("{generated:?}"));
        }
        assert_eq!(format!("{built:?}"), format!("{generated:?}"));
    }
}
