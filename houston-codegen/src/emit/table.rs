//! The schema table as a constant: what the runtime's `schema` module describes.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::layout::Item;
use super::paths::Paths;
use crate::model::{
    Access, Argument, Effect, EnumValue, Field, Finder, Model, Operation, OperationKind, Part,
    Scalar, Type, TypeKind,
};

pub(super) const DOC: &str =
    "The schema as a table, and the texts that the server raises before it writes.";

/// A constant for each operation and type.
pub(super) fn rows<'m>(paths: &Paths<'m>) -> Vec<Item<'m>> {
    let operations = paths.model.operations.iter().map(|operation| Item {
        name: &operation.field.name,
        domain: Some(operation.field.domain),
        write: Box::new(|| {
            let (name, row) = (operation_row(operation), self::operation(operation));
            quote!(pub(super) const #name: rt::schema::Operation = #row;)
        }),
    });
    let types = table_types(paths.model).map(|ty| Item {
        name: &ty.name,
        domain: Some(ty.domain),
        write: Box::new(|| {
            let (name, row) = (type_row(ty), self::ty(ty));
            quote!(pub(super) const #name: rt::schema::Type = #row;)
        }),
    });
    operations.chain(types).collect()
}

/// The table itself, and the refusals.
pub(super) fn statics(paths: &Paths<'_>) -> TokenStream {
    let model = paths.model;
    let operations = model.operations.iter().map(operation_row).map(|name| quote!(#name));
    let types = table_types(model).map(type_row).map(|name| quote!(#name));
    let (operations, types) = (list(operations), list(types));
    let roles = list(model.roles.iter().map(|(name, permissions)| {
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
    let version = match &model.version {
        Some(version) => {
            let version = text(version);
            quote!(::core::option::Option::Some(#version))
        }
        None => quote!(::core::option::Option::None),
    };
    let mut codes: Vec<&str> = model.refusals.iter().map(|row| row.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let codes = match codes.is_empty() {
        true => TokenStream::new(),
        false => {
            let text = format!(" Their codes: {}.", codes.join(", "));
            quote!(#[doc = ""] #[doc = #text])
        }
    };
    quote! {
        #[doc = " The schema, with what is known beside it."]
        pub static SCHEMA: rt::schema::Schema = rt::schema::Schema {
            version: #version,
            operations: #operations,
            types: #types,
            roles: #roles,
        };

        #[doc = " Error texts that the server raises before it writes: they prove that nothing happened."]
        #codes
        pub static REFUSALS: &[rt::Refusal] = &[#(#refusals),*];
    }
}

/// Root types are the operations.
fn table_types(model: &Model) -> impl Iterator<Item = &Type> {
    model.types.iter().filter(|ty| ty.root.is_none())
}

/// A query and a type may share a name: the kind stands before it.
fn operation_row(operation: &Operation) -> Ident {
    let kind = match operation.kind {
        OperationKind::Query => "query",
        OperationKind::Mutation => "mutation",
        OperationKind::Subscription => "subscription",
    };
    format_ident!("{kind}_{}", operation.field.rust)
}

fn type_row(ty: &Type) -> Ident {
    let kind = match ty.kind {
        TypeKind::Scalar => "scalar",
        TypeKind::Enum => "enum",
        TypeKind::Input => "input",
        TypeKind::Object | TypeKind::Interface | TypeKind::Union => "object",
    };
    format_ident!("{kind}_{}", ty.rust)
}

fn text(text: &str) -> TokenStream {
    quote!(rt::Borrowed(#text))
}

fn texts(texts: &[String]) -> TokenStream {
    list(texts.iter().map(|text| self::text(text)))
}

fn list(rows: impl Iterator<Item = TokenStream>) -> TokenStream {
    quote!(rt::Borrowed(&[#(#rows),*]))
}

/// A row of the table: only what is not as in the row that has nothing.
struct Row {
    ty: TokenStream,
    members: TokenStream,
}

impl Row {
    fn new(ty: TokenStream) -> Self {
        Row { ty, members: TokenStream::new() }
    }

    fn set(mut self, name: &str, value: TokenStream) -> Self {
        let name = format_ident!("{name}");
        self.members.extend(quote!(#name: #value,));
        self
    }

    fn set_if(self, wanted: bool, name: &str, value: impl FnOnce() -> TokenStream) -> Self {
        if wanted { self.set(name, value()) } else { self }
    }

    fn text(self, name: &str, text: &str) -> Self {
        self.set_if(!text.is_empty(), name, || self::text(text))
    }

    fn option(self, name: &str, text: Option<&str>) -> Self {
        let Some(text) = text else { return self };
        let text = self::text(text);
        self.set(name, quote!(::core::option::Option::Some(#text)))
    }

    fn texts(self, name: &str, texts: &[String]) -> Self {
        self.set_if(!texts.is_empty(), name, || self::texts(texts))
    }

    fn list<T>(self, name: &str, items: &[T], row: impl Fn(&T) -> TokenStream) -> Self {
        self.set_if(!items.is_empty(), name, || list(items.iter().map(row)))
    }

    fn flag(self, name: &str, value: bool) -> Self {
        self.set_if(value, name, || quote!(true))
    }

    fn end(self) -> TokenStream {
        let Row { ty, members } = self;
        quote!(rt::schema::#ty { #members ..rt::schema::#ty::EMPTY })
    }
}

fn operation(operation: &Operation) -> TokenStream {
    let field = &operation.field;
    let kind = match operation.kind {
        OperationKind::Query => quote!(Query),
        OperationKind::Mutation => quote!(Mutation),
        OperationKind::Subscription => quote!(Subscription),
    };
    let effect = effect(operation.effect);
    let row = Row::new(quote!(Operation))
        .set("kind", quote!(rt::schema::OperationKind::#kind))
        .text("name", &field.name)
        .text("description", &field.description)
        .list("arguments", &field.arguments, argument)
        .text("ty", &field.ty.to_string())
        .option("deprecated", field.deprecated.as_deref())
        .set("effect", quote!(rt::schema::Effect::#effect))
        .flag("idempotent", operation.idempotent)
        .texts("natural_key", &operation.natural_key);
    let row = match &operation.finder {
        Some(finder) => row.set("finder", self::finder(finder)),
        None => row,
    };
    let row = match &operation.merge {
        Some(merge) => {
            let (argument, key) = (text(&merge.argument), text(&merge.key));
            let hides = match &merge.hides {
                Some(field) => {
                    let field = text(field);
                    quote!(::core::option::Option::Some(#field))
                }
                None => quote!(::core::option::Option::None),
            };
            let merge = quote!(rt::schema::Merge { argument: #argument, key: #key, hides: #hides });
            row.set("merge", quote!(::core::option::Option::Some(#merge)))
        }
        None => row,
    };
    row.set_if(operation.access != Access::Unknown, "access", || access(&operation.access))
        .text("trap", &operation.trap)
        .texts("selected", &operation.selected)
        .texts("omitted", &operation.omitted)
        .texts("secrets", &operation.secrets)
        .end()
}

fn finder(finder: &Finder) -> TokenStream {
    let pairs = |pairs: &[(String, String)]| {
        list(pairs.iter().map(|(theirs, ours)| {
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

fn argument(argument: &Argument) -> TokenStream {
    let default = argument.default.as_ref().map(ToString::to_string);
    Row::new(quote!(Argument))
        .text("name", &argument.name)
        .text("description", &argument.description)
        .text("ty", &argument.ty.to_string())
        .option("default", default.as_deref())
        .option("deprecated", argument.deprecated.as_deref())
        .flag("required", argument.required)
        .flag("secret", argument.secret)
        .texts("finders", &argument.finders)
        .texts("keys", &argument.keys)
        .end()
}

fn ty(ty: &Type) -> TokenStream {
    let (kind, scalar) = (type_kind(ty.kind), scalar(&ty.scalar));
    Row::new(quote!(Type))
        .text("name", &ty.name)
        .set("kind", quote!(rt::schema::TypeKind::#kind))
        .text("description", &ty.description)
        .list("fields", &ty.fields, field)
        .list("input_fields", &ty.input_fields, argument)
        .list("values", &ty.values, value)
        .texts("members", &ty.members)
        .flag("one_of", ty.one_of)
        .set_if(ty.kind == TypeKind::Scalar, "scalar", || quote!(rt::schema::Scalar::#scalar))
        .end()
}

fn field(field: &Field) -> TokenStream {
    Row::new(quote!(Field))
        .text("name", &field.name)
        .text("description", &field.description)
        .text("ty", &field.ty.to_string())
        .list("arguments", &field.arguments, argument)
        .option("deprecated", field.deprecated.as_deref())
        .flag("selected", field.selected)
        .flag("secret", field.secret)
        .end()
}

fn value(value: &EnumValue) -> TokenStream {
    Row::new(quote!(EnumValue))
        .text("name", &value.name)
        .text("description", &value.description)
        .option("deprecated", value.deprecated.as_deref())
        .end()
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
