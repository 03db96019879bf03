use houston_schema::table::OperationKind;
use proc_macro2::TokenStream;
use quote::quote;

use super::default::{DefaultStruct, default_struct};
use super::doc;
use super::field::{field_builder, field_nulls, needs, select};
use super::layout::Item;
use super::paths::{Paths, THIS, ident};
use crate::model::module::{self, Module};
use crate::model::{Field, Model, Type};

/// The documentation of the module.
pub(super) fn doc(model: &Model) -> &'static str {
    if model.types.iter().all(|ty| ty.has_struct || Module::of(ty.row.kind) != Module::Object) {
        return "Results: each type has a struct for its default selection and a module of its fields.";
    }
    "Results: each type has a module of its fields. A type that an operation returns has a struct for its default selection as well; `structs = \"all\"` in the overlay of the generator gives one to each type."
}

/// The structs and field modules of all results.
pub(super) fn items<'m>(paths: &Paths<'m>) -> Vec<Item<'m>> {
    let is_result = |ty: &&Type| Module::of(ty.row.kind) == Module::Object;
    let types = paths.model.types.iter().filter(is_result);
    let item = |ty: &'m Type| {
        let paths = *paths;
        Item {
            name: &ty.row.name,
            domain: Some(ty.domain),
            write: Box::new(move || self::item(&paths, ty)),
        }
    };
    types.map(item).collect()
}

fn item<'m>(paths: &Paths<'m>, ty: &'m Type) -> TokenStream {
    let docs = doc::attributes(&ty.row.description);
    let mut items = if ty.has_struct {
        let fields = paths.model.own_default_fields(ty);
        default_struct(paths, &DefaultStruct { name: &ty.rust, ty, fields, docs })
    } else {
        let name = ident(&ty.rust);
        quote! {
            #docs
            pub enum #name {}
        }
    };
    match ty.root {
        Some(kind) => items.extend(root(paths, ty, kind)),
        None => items.extend(fields(paths, ty)),
    }
    items
}

/// Root types do not have a module of fields: their fields are the operations.
fn root(paths: &Paths<'_>, ty: &Type, kind: OperationKind) -> TokenStream {
    let rust = ident(&ty.rust);
    let operations = paths.model.operations.iter().filter(|operation| operation.row.kind == kind);
    let secret = operations.clone().filter(|operation| !operation.row.secrets.is_empty());
    let secrets: Vec<TokenStream> = secret
        .map(|operation| {
            let (name, secrets) = (&operation.row.name, &operation.row.secrets);
            quote!((#name, &[#(#secrets),*]))
        })
        .collect();
    let secrets = (!secrets.is_empty()).then(|| {
        quote! {
            const SECRETS: &'static [rt::OperationSecrets] = &[#(#secrets),*];
        }
    });
    let idempotent: Vec<&str> = operations
        .filter(|_| kind == OperationKind::Mutation)
        .filter(|operation| operation.row.idempotent)
        .map(|operation| operation.row.name.as_str())
        .collect();
    let idempotent = (!idempotent.is_empty()).then(|| {
        quote! {
            const IDEMPOTENT: &'static [&'static rt::str] = &[#(#idempotent),*];
        }
    });
    let kind = match kind {
        OperationKind::Query => quote!(Query),
        OperationKind::Mutation => quote!(Mutation),
        OperationKind::Subscription => quote!(Subscription),
    };
    quote! {
        #[diagnostic::do_not_recommend]
        impl rt::Root for #rust {
            type Kind = rt::kind::#kind;
            #idempotent
            #secrets
            fn schema() -> &'static rt::schema::Schema {
                &super::super::SCHEMA
            }
        }
    }
}

fn fields<'m>(paths: &Paths<'m>, ty: &'m Type) -> TokenStream {
    let (module, scope) = (ident(&ty.module), ident(&ty.rust));
    let inner = paths.in_module_of(ty);
    let this = ident(THIS);
    let typename = ident(&ty.typename);
    let in_scope = module::in_scope().into_iter().map(ident);
    let fields = ty.fields.iter().map(|field| self::field(&inner, ty, field));
    let fragments = ty.row.members.iter().zip(&ty.fragments).filter_map(|(member, rust)| {
        let (member, rust) = (inner.model.type_named(member)?, ident(rust));
        let (object, name) = (inner.object(member), &member.row.name);
        let doc = format!(" Selects from the objects of type {}.", doc::code(name));
        Some(quote! {
            #[doc = #doc]
            pub const #rust: rt::Fragment<#this, #object> = rt::Fragment::new(#name);
        })
    });
    let doc = format!(" Fields of [`{scope}`](super::{scope}) that can be selected.");
    quote! {
        pub mod #module {
            #![doc = #doc]
            use super::#scope as #this;
            use super::{#(#in_scope),*};
            #(#fields)*
            #(#fragments)*
            pub use rt::TYPENAME as #typename;
        }
    }
}

/// A field is a constant, or a builder if it has arguments.
fn field(paths: &Paths<'_>, ty: &Type, field: &Field) -> TokenStream {
    let scope = paths.object(ty);
    let (rust, name, nulls) = (ident(&field.rust), &field.row.name, field_nulls(field));
    if !field.arguments.is_empty() {
        let builder = field_builder(field, None);
        let select = select(paths, &builder, ty, field, nulls);
        return builder.items(paths, select);
    }
    let docs = doc::attributes(&field.row.description);
    let deprecated = doc::deprecated(field.row.deprecated.as_deref());
    let needs = needs(field);
    match paths.composite(field) {
        None => {
            let leaf = paths.leaf_output(field, nulls);
            let leaf = paths.leaf(&scope, field, &leaf);
            let new = if paths.is_json(field) { quote!(json) } else { quote!(leaf) };
            quote! {
                #docs
                #deprecated
                pub const #rust: #leaf = rt::#new(#name) #needs;
            }
        }
        Some(child) => {
            let (child, wrap) = (paths.object(child), paths.wrap(field.row.type_ref(), nulls));
            quote! {
                #docs
                #deprecated
                pub const #rust: rt::Edge<#scope, #child, #wrap> = rt::edge(#name) #needs;
            }
        }
    }
}
