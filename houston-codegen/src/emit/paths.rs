//! Paths in generated code: they begin with a module that every file imports under a name that the name pass
//! gives to nothing else, so that no name of a schema can hide it.

use houston_schema::table::{Scalar, TypeKind, TypeRef};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::error::Error;
use crate::keyword;
use crate::model::module::{self, Module};
use crate::model::{Argument, Field, Model, Nulls, Type};

/// The type itself, in the module of its fields: a name that no other type there has, because theirs are in camel case.
pub(super) const THIS: &str = "this";

/// The model, and the place of the code that refers to its items.
#[derive(Clone, Copy)]
pub(super) struct Paths<'m> {
    pub(super) model: &'m Model,
    /// The type, if the code is in the module of its fields, among constants.
    this: Option<&'m Type>,
    /// The path of the module in examples.
    examples: Option<&'m str>,
}

impl<'m> Paths<'m> {
    pub(super) fn new(model: &'m Model, examples: Option<&'m str>) -> Result<Self, Error> {
        let fields = model.types.iter().flat_map(|ty| &ty.fields);
        let fields = fields.chain(model.operations.iter().map(|operation| &operation.field));
        let of_fields = fields.filter_map(|field| field.rust_path.as_deref());
        for written in of_fields.chain(model.argument_paths()).chain(examples) {
            path(written)?;
        }
        Ok(Paths { model, this: None, examples })
    }

    /// The path of the module in examples, if there are any.
    pub(super) fn examples(&self) -> Option<syn::Path> {
        path(self.examples?).ok()
    }

    /// For code in the module of a type's fields.
    pub(super) fn in_module_of(&self, ty: &'m Type) -> Self {
        Paths { this: Some(ty), ..*self }
    }

    /// The name of a parameter: in the module of a type, Rust would read a lower-case constant as a pattern.
    /// Only names that are keywords end in an underscore.
    pub(super) fn parameter(&self, name: &str) -> Ident {
        if self.this.is_some() { ident(&format!("{name}_")) } else { ident(name) }
    }

    /// The type of a composite GraphQL type: a scope, and its default struct.
    pub(super) fn object(&self, ty: &Type) -> TokenStream {
        if self.this.is_some_and(|this| this.rust == ty.rust) {
            let this = ident(THIS);
            return quote!(#this);
        }
        let name = ident(&ty.rust);
        quote!(object::#name)
    }

    /// The Rust type of the values of an argument, and what else it takes if it is optional.
    pub(super) fn argument(&self, argument: &Argument) -> TokenStream {
        let row = &argument.row;
        let ty = self.values(row.type_ref(), argument.rust_path.as_deref());
        match (row.required, row.type_ref().is_non_null()) {
            (true, _) => ty,
            (false, true) => quote!(#ty, rt::Optional),
            (false, false) => quote!(#ty, rt::Nullable),
        }
    }

    /// What represents the values of a GraphQL type as an argument; `own` is the path of a Rust type for this one alone.
    pub(super) fn values(&self, ty: TypeRef<'_>, own: Option<&str>) -> TokenStream {
        let Some(item) = ty.item() else {
            let of_type = self.model.type_named(ty.name()).and_then(|ty| ty.rust_path.as_deref());
            return match own.or(of_type) {
                Some(path) => self.rust_type(path),
                None => self.named(ty.name()),
            };
        };
        let of = self.values(item, own);
        match item.is_non_null() {
            true => quote!(rt::ListOf<#of, rt::Required>),
            false => quote!(rt::ListOf<#of>),
        }
    }

    /// What represents the values of a Rust type that the overlay names.
    fn rust_type(&self, path: &str) -> TokenStream {
        let (name, path) = (ident(module::RUST_TYPE), foreign(path));
        quote!(scalar::#name<#path>)
    }

    /// The Rust type of a field's result, within its lists and null.
    pub(super) fn leaf_output(&self, field: &Field, nulls: NullPolicy) -> TokenStream {
        self.output(field.row.type_ref(), nulls, field.rust_path.as_deref().map(foreign))
    }

    /// The Rust type of a result: `inner`, or the leaf's own type, within the lists and null of `ty`.
    pub(super) fn output(
        &self,
        ty: TypeRef<'_>,
        nulls: NullPolicy,
        inner: Option<TokenStream>,
    ) -> TokenStream {
        let inner = inner.unwrap_or_else(|| self.named(ty.name()));
        nest(
            ty,
            nulls.items,
            nulls.own == Nulls::NonNull,
            inner,
            &Nest { option: quote!(rt::Option), list: quote!(rt::Vec) },
        )
    }

    /// A field of `scope` that is a leaf, read as `read`.
    pub(super) fn leaf(
        &self,
        scope: &TokenStream,
        field: &Field,
        read: &TokenStream,
    ) -> TokenStream {
        if self.is_json(field) {
            quote!(rt::Leaf<#scope, #read, rt::Json>)
        } else {
            quote!(rt::Leaf<#scope, #read>)
        }
    }

    /// Whether its values are arbitrary JSON.
    pub(super) fn is_json(&self, field: &Field) -> bool {
        let ty = self.model.type_named(field.row.type_ref().name());
        ty.is_some_and(|ty| {
            let Type { row, rust_path, .. } = ty;
            let is_own = rust_path.is_some() || field.rust_path.is_some();
            row.kind == TypeKind::Scalar && row.scalar == Scalar::Json && !is_own
        })
    }

    /// The lists and null of `ty` as markers of the runtime.
    pub(super) fn wrap(&self, ty: TypeRef<'_>, nulls: NullPolicy) -> TokenStream {
        nest(
            ty,
            nulls.items,
            nulls.own == Nulls::NonNull,
            quote!(rt::One),
            &Nest { option: quote!(rt::Opt), list: quote!(rt::List) },
        )
    }

    /// The same as text, around `inner`.
    pub(super) fn output_text(&self, ty: TypeRef<'_>, nulls: NullPolicy, inner: &str) -> String {
        let nest_in = Nest { option: quote!(Option), list: quote!(Vec) };
        // A keyword is not a path, and a path is not a single token: it is inserted as text.
        let text = nest(ty, nulls.items, nulls.own == Nulls::NonNull, quote!(__), &nest_in);
        text.to_string().replace(' ', "").replace("__", inner)
    }

    /// The name of a type in documentation, and the path to it if the schema defines it.
    pub(super) fn documented(&self, field: &Field) -> (String, Option<String>) {
        if let Some(path) = &field.rust_path {
            return (path.clone(), None);
        }
        let Some(ty) = self.model.type_named(field.row.type_ref().name()) else {
            return ("Value".to_owned(), None);
        };
        let standard = match (ty.row.kind, &ty.rust_path, ty.row.scalar) {
            (_, Some(path), _) => path,
            (TypeKind::Scalar, None, Scalar::Int) => "i32",
            (TypeKind::Scalar, None, Scalar::Float) => "f64",
            (TypeKind::Scalar, None, Scalar::String) => "String",
            (TypeKind::Scalar, None, Scalar::Boolean) => "bool",
            (TypeKind::Scalar, None, Scalar::Json) => "serde_json::Value",
            _ => {
                let link = format!("{}::{}", Module::of(ty.row.kind).name(), ty.rust);
                return (ty.rust.clone(), Some(link));
            }
        };
        (standard.to_owned(), None)
    }

    fn named(&self, name: &str) -> TokenStream {
        let Some(ty) = self.model.type_named(name) else {
            // Validation refuses a schema that refers to a missing type.
            return quote!(rt::Value);
        };
        match (ty.row.kind, &ty.rust_path, ty.row.scalar) {
            (_, Some(path), _) => foreign(path),
            (TypeKind::Scalar, None, Scalar::Int) => quote!(rt::i32),
            (TypeKind::Scalar, None, Scalar::Float) => quote!(rt::f64),
            (TypeKind::Scalar, None, Scalar::String) => quote!(rt::String),
            (TypeKind::Scalar, None, Scalar::Boolean) => quote!(rt::bool),
            (TypeKind::Scalar, None, Scalar::Json) => quote!(rt::Value),
            _ => {
                let (module, rust) = (ident(Module::of(ty.row.kind).name()), ident(&ty.rust));
                quote!(#module::#rust)
            }
        }
    }

    /// The type of a field's result, if it has fields.
    pub(super) fn composite(&self, field: &Field) -> Option<&'m Type> {
        let ty = self.model.type_named(field.row.type_ref().name())?;
        (Module::of(ty.row.kind) == Module::Object).then_some(ty)
    }
}

/// The first import of every generated file: the runtime by its short name.
pub(super) fn prelude(runtime: &str) -> Result<TokenStream, Error> {
    let runtime = path(runtime)?;
    Ok(quote!(use #runtime as rt;))
}

/// The further imports of the files of domains: the modules that their items use.
pub(super) fn modules() -> TokenStream {
    let modules = Module::ALL.map(|module| ident(module.name()));
    quote!(use super::super::{#(#modules),*};)
}

/// A path of the overlay. Paths are checked before code is written.
pub(super) fn foreign(text: &str) -> TokenStream {
    path(text).map_or(quote!(rt::Value), |path| quote!(#path))
}

fn path(text: &str) -> Result<syn::Path, Error> {
    syn::parse_str(text).map_err(|_| Error::NotAPath(text.to_owned()))
}

/// How null in a result is read.
#[derive(Clone, Copy)]
pub(super) struct NullPolicy {
    /// For the items of lists.
    pub(super) items: Nulls,
    /// For the result itself.
    pub(super) own: Nulls,
}

/// The markers for null and for lists.
struct Nest {
    option: TokenStream,
    list: TokenStream,
}

fn nest(
    ty: TypeRef<'_>,
    items: Nulls,
    non_null: bool,
    inner: TokenStream,
    nest_in: &Nest,
) -> TokenStream {
    let Nest { option, list } = nest_in;
    let of = match ty.item() {
        None => inner,
        Some(item) => {
            let of = nest(item, items, items == Nulls::NonNull, inner, nest_in);
            quote!(#list<#of>)
        }
    };
    if non_null || ty.is_non_null() { of } else { quote!(#option<#of>) }
}

/// An identifier, raw if it is a keyword.
pub(super) fn ident(name: &str) -> Ident {
    match keyword::is_raw(name) {
        true => Ident::new_raw(name, Span::call_site()),
        false => Ident::new(name, Span::call_site()),
    }
}
