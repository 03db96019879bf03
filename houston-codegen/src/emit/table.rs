//! The schema table as a constant: what the runtime's `schema` module describes.

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::paths::{Paths, ident};
use crate::model::{
    Access, Argument, Effect, EnumValue, Field, Finder, Model, Operation, OperationKind, Part,
    Scalar, Type, TypeKind,
};

/// The table, and beside it for each domain a file of its rows.
pub(super) fn files(tokens: &mut BTreeMap<String, TokenStream>, paths: &Paths<'_>) {
    let model = paths.model;
    let (domains, prelude) = (used_domains(model), paths.prelude());
    for &domain in &domains {
        let rows = domain_rows(model, domain);
        let name = &model.domains[domain];
        tokens.insert(format!("table/{name}.rs"), quote!(#prelude #rows));
    }
    let modules = domains.iter().map(|&domain| ident(&model.domains[domain]));
    let operations = rows(model.operations.iter().map(|operation| {
        let domain = ident(&model.domains[operation.field.domain]);
        let (group, name) = (operation_group(operation.kind), ident(&operation.field.rust));
        quote!(#domain::#group::#name)
    }));
    let types = rows(table_types(model).map(|ty| {
        let domain = ident(&model.domains[ty.domain]);
        let (group, name) = (type_group(ty.kind), ident(&ty.rust));
        quote!(#domain::#group::#name)
    }));
    let roles = rows(model.roles.iter().map(|(name, permissions)| {
        let (name, permissions) = (text(name), texts(permissions));
        quote!(rt::schema::Role { name: #name, permissions: #permissions })
    }));
    let refusals = model.refusals.iter().map(|refusal| {
        let (text, code) = (text(&refusal.text), text(&refusal.code));
        let part = match refusal.part {
            Part::Whole => quote!(Whole),
            Part::Beginning => quote!(Beginning),
            Part::End => quote!(End),
        };
        quote!(rt::Refusal { text: #text, part: rt::Part::#part, code: #code })
    });
    tokens.insert("table.rs".to_owned(), quote! {
        #![doc = " The schema as a table, and the texts that the server raises before it writes."]
        #prelude
        #(mod #modules;)*

        #[doc = " The schema, with what is known beside it."]
        pub static SCHEMA: rt::schema::Schema = rt::schema::Schema {
            operations: #operations,
            types: #types,
            roles: #roles,
        };

        #[doc = " Error texts that the server raises before it writes: they prove that nothing happened."]
        pub static REFUSALS: &[rt::Refusal] = &[#(#refusals),*];
    });
}

/// Root types are the operations.
fn table_types(model: &Model) -> impl Iterator<Item = &Type> {
    model.types.iter().filter(|ty| ty.root.is_none())
}

fn used_domains(model: &Model) -> Vec<usize> {
    let used = |domain: &usize| {
        table_types(model).any(|ty| ty.domain == *domain)
            || model.operations.iter().any(|operation| operation.field.domain == *domain)
    };
    (0..model.domains.len()).filter(used).collect()
}

/// Constants, each in the module of its kind: a query and a type may share a name.
fn domain_rows(model: &Model, domain: usize) -> TokenStream {
    let mut groups: BTreeMap<Ident, Vec<TokenStream>> = BTreeMap::new();
    for operation in model.operations.iter().filter(|operation| operation.field.domain == domain) {
        let (name, row) = (ident(&operation.field.rust), self::operation(operation));
        groups
            .entry(operation_group(operation.kind))
            .or_default()
            .push(quote!(pub const #name: rt::schema::Operation = #row;));
    }
    for ty in table_types(model).filter(|ty| ty.domain == domain) {
        let (name, row) = (ident(&ty.rust), self::ty(ty));
        groups
            .entry(type_group(ty.kind))
            .or_default()
            .push(quote!(pub const #name: rt::schema::Type = #row;));
    }
    let groups = groups.into_iter().map(|(group, rows)| {
        quote! {
            pub mod #group {
                use super::rt;
                #(#rows)*
            }
        }
    });
    quote!(#(#groups)*)
}

fn operation_group(kind: OperationKind) -> Ident {
    format_ident!(
        "{}",
        match kind {
            OperationKind::Query => "query",
            OperationKind::Mutation => "mutation",
            OperationKind::Subscription => "subscription",
        }
    )
}

fn type_group(kind: TypeKind) -> Ident {
    format_ident!(
        "{}",
        match kind {
            TypeKind::Scalar => "scalar",
            TypeKind::Enum => "enums",
            TypeKind::Input => "input",
            TypeKind::Object | TypeKind::Interface | TypeKind::Union => "object",
        }
    )
}

fn text(text: &str) -> TokenStream {
    quote!(rt::Borrowed(#text))
}

fn texts(texts: &[String]) -> TokenStream {
    rows(texts.iter().map(|text| self::text(text)))
}

fn rows(rows: impl Iterator<Item = TokenStream>) -> TokenStream {
    quote!(rt::Borrowed(&[#(#rows),*]))
}

fn option(text: Option<&str>) -> TokenStream {
    match text {
        Some(text) => {
            let text = self::text(text);
            quote!(::core::option::Option::Some(#text))
        }
        None => quote!(::core::option::Option::None),
    }
}

fn operation(operation: &Operation) -> TokenStream {
    let field = &operation.field;
    let kind = match operation.kind {
        OperationKind::Query => quote!(Query),
        OperationKind::Mutation => quote!(Mutation),
        OperationKind::Subscription => quote!(Subscription),
    };
    let name = text(&field.name);
    let description = text(&field.description);
    let arguments = arguments(&field.arguments);
    let ty = text(&field.ty.to_string());
    let deprecated = option(field.deprecated.as_deref());
    let effect = effect(operation.effect);
    let idempotent = operation.idempotent;
    let natural_key = texts(&operation.natural_key);
    let finder = finder(operation.finder.as_ref());
    let access = access(&operation.access);
    let trap = text(&operation.trap);
    let selected = texts(&operation.selected);
    let omitted = texts(&operation.omitted);
    quote! {
        rt::schema::Operation {
            kind: rt::schema::OperationKind::#kind,
            name: #name,
            description: #description,
            arguments: #arguments,
            ty: #ty,
            deprecated: #deprecated,
            effect: rt::schema::Effect::#effect,
            idempotent: #idempotent,
            natural_key: #natural_key,
            finder: #finder,
            access: #access,
            trap: #trap,
            selected: #selected,
            omitted: #omitted,
        }
    }
}

fn finder(finder: Option<&Finder>) -> TokenStream {
    let Some(finder) = finder else { return quote!(::core::option::Option::None) };
    let pairs = |pairs: &[(String, String)]| {
        rows(pairs.iter().map(|(theirs, ours)| {
            let (theirs, ours) = (text(theirs), text(ours));
            quote!((#theirs, #ours))
        }))
    };
    let query = text(&finder.query);
    let (arguments, matches) = (pairs(&finder.arguments), pairs(&finder.matches));
    quote! {
        ::core::option::Option::Some(rt::schema::Finder {
            query: #query,
            arguments: #arguments,
            matches: #matches,
        })
    }
}

fn access(access: &Access) -> TokenStream {
    let access = match access {
        Access::Unknown => quote!(Unknown),
        Access::Public => quote!(Public),
        Access::SignedIn => quote!(SignedIn),
        Access::AnyOf(permissions) => {
            let permissions = texts(permissions);
            quote!(AnyOf(#permissions))
        }
    };
    quote!(rt::schema::Access::#access)
}

fn arguments(arguments: &[Argument]) -> TokenStream {
    rows(arguments.iter().map(|argument| {
        let name = text(&argument.name);
        let description = text(&argument.description);
        let ty = text(&argument.ty.to_string());
        let default = argument.default.as_ref().map(ToString::to_string);
        let default = option(default.as_deref());
        let deprecated = option(argument.deprecated.as_deref());
        let (required, secret) = (argument.required, argument.secret);
        quote! {
            rt::schema::Argument {
                name: #name,
                description: #description,
                ty: #ty,
                default: #default,
                deprecated: #deprecated,
                required: #required,
                secret: #secret,
            }
        }
    }))
}

fn ty(ty: &Type) -> TokenStream {
    let name = text(&ty.name);
    let kind = type_kind(ty.kind);
    let description = text(&ty.description);
    let fields = rows(ty.fields.iter().map(field));
    let input_fields = arguments(&ty.input_fields);
    let values = rows(ty.values.iter().map(value));
    let members = texts(&ty.members);
    let one_of = ty.one_of;
    let scalar = scalar(&ty.scalar);
    quote! {
        rt::schema::Type {
            name: #name,
            kind: rt::schema::TypeKind::#kind,
            description: #description,
            fields: #fields,
            input_fields: #input_fields,
            values: #values,
            members: #members,
            one_of: #one_of,
            scalar: rt::schema::Scalar::#scalar,
        }
    }
}

fn field(field: &Field) -> TokenStream {
    let name = text(&field.name);
    let description = text(&field.description);
    let ty = text(&field.ty.to_string());
    let arguments = arguments(&field.arguments);
    let deprecated = option(field.deprecated.as_deref());
    let (selected, secret) = (field.selected, field.secret);
    quote! {
        rt::schema::Field {
            name: #name,
            description: #description,
            ty: #ty,
            arguments: #arguments,
            deprecated: #deprecated,
            selected: #selected,
            secret: #secret,
        }
    }
}

fn value(value: &EnumValue) -> TokenStream {
    let name = text(&value.name);
    let description = text(&value.description);
    let deprecated = option(value.deprecated.as_deref());
    quote! {
        rt::schema::EnumValue {
            name: #name,
            description: #description,
            deprecated: #deprecated,
        }
    }
}

fn effect(effect: Effect) -> TokenStream {
    match effect {
        Effect::Read => quote!(Read),
        Effect::Create => quote!(Create),
        Effect::Update => quote!(Update),
        Effect::Replace => quote!(Replace),
        Effect::Delete => quote!(Delete),
        Effect::Session => quote!(Session),
        Effect::Unknown => quote!(Unknown),
    }
}

fn type_kind(kind: TypeKind) -> TokenStream {
    match kind {
        TypeKind::Scalar => quote!(Scalar),
        TypeKind::Enum => quote!(Enum),
        TypeKind::Input => quote!(Input),
        TypeKind::Object => quote!(Object),
        TypeKind::Interface => quote!(Interface),
        TypeKind::Union => quote!(Union),
    }
}

fn scalar(scalar: &Scalar) -> TokenStream {
    match scalar {
        Scalar::Int => quote!(Int),
        Scalar::Float => quote!(Float),
        Scalar::String => quote!(String),
        Scalar::Boolean => quote!(Boolean),
        Scalar::Opaque => quote!(Opaque),
        Scalar::DateTime => quote!(DateTime),
        // What a type of the caller's looks like, nobody here knows.
        Scalar::Json | Scalar::Rust(_) => quote!(Json),
    }
}
