//! How generated code names things: by a module that every file brings into scope under a name that the name pass
//! gives to nothing else, so that nothing in a schema can hide it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::Error;
use crate::model::{Argument, Field, Model, Nulls, Scalar, Type, TypeKind, TypeRef};

/// The model, and where the code stands that names its items.
#[derive(Clone, Copy)]
pub(super) struct Paths<'m> {
    pub(super) model: &'m Model,
    /// Whether the code stands in the module of a type's fields: among constants.
    among_constants: bool,
}

impl<'m> Paths<'m> {
    pub(super) fn new(model: &'m Model) -> Result<Self, Error> {
        for ty in &model.types {
            if let Scalar::Rust(text) = &ty.scalar {
                path(text)?;
            }
        }
        Ok(Paths { model, among_constants: false })
    }

    /// For code in a module within a domain's file.
    pub(super) fn in_type_module(&self) -> Self {
        Paths { among_constants: true, ..*self }
    }

    /// The name of a parameter: in the module of a type, constants in lower case would be taken for patterns.
    /// No name of a schema ends in an underscore but those of keywords.
    pub(super) fn parameter(&self, name: &str) -> Ident {
        if self.among_constants { ident(&format!("{name}_")) } else { ident(name) }
    }

    /// The type that stands for a composite GraphQL type: a scope, and its default struct.
    pub(super) fn object(&self, ty: &Type) -> TokenStream {
        let name = ident(&ty.rust);
        quote!(object::#name)
    }

    /// The trait that a required argument's parameter must satisfy.
    pub(super) fn required(&self, argument: &Argument) -> TokenStream {
        let name = self.required_name(argument);
        quote!(required::#name)
    }

    /// What a required argument's parameter is before it is set.
    pub(super) fn unset(&self, argument: &Argument) -> TokenStream {
        let name = self.required_name(argument);
        quote!(rt::Unset<argument::#name>)
    }

    fn required_name(&self, argument: &Argument) -> Ident {
        let known = self.model.required.iter().find(|required| {
            required.name == argument.name
                && required.setter == argument.setter
                && required.by_overlay == argument.required_by_overlay
        });
        // The model lists every required argument; its setter's name is the fallback of no case.
        ident(known.map_or(argument.setter.as_str(), |required| required.rust.as_str()))
    }

    /// The Rust type that stands for the values of an argument.
    pub(super) fn argument(&self, ty: &TypeRef) -> TokenStream {
        match ty {
            TypeRef::NonNull(inner) => self.argument(inner),
            TypeRef::List(item) => {
                let of = self.argument(item);
                if item.is_non_null() {
                    quote!(rt::Vec<#of>)
                } else {
                    quote!(rt::NullableItems<#of>)
                }
            }
            TypeRef::Named(name) => self.named(name),
        }
    }

    /// The Rust type of a result: `inner`, or the leaf's own type, within the lists and null of `ty`.
    pub(super) fn output(
        &self,
        ty: &TypeRef,
        nulls: Reading,
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
        ty: &TypeRef,
        read: &TokenStream,
    ) -> TokenStream {
        if self.is_json(ty) {
            quote!(rt::Leaf<#scope, #read, rt::Json>)
        } else {
            quote!(rt::Leaf<#scope, #read>)
        }
    }

    /// Whether its values are any JSON.
    pub(super) fn is_json(&self, ty: &TypeRef) -> bool {
        let ty = self.model.type_named(ty.name());
        ty.is_some_and(|ty| ty.kind == TypeKind::Scalar && ty.scalar == Scalar::Json)
    }

    /// The lists and null of `ty` as markers of the runtime.
    pub(super) fn wrap(&self, ty: &TypeRef, nulls: Reading) -> TokenStream {
        nest(
            ty,
            nulls.items,
            nulls.own == Nulls::NonNull,
            quote!(rt::One),
            &Nest { option: quote!(rt::Opt), list: quote!(rt::List) },
        )
    }

    /// The same as text, around `inner`.
    pub(super) fn output_text(&self, ty: &TypeRef, nulls: Reading, inner: &str) -> String {
        let nest_in = Nest { option: quote!(Option), list: quote!(Vec) };
        // A name that is a keyword is no path, and a path no single token: it is put in as text.
        let text = nest(ty, nulls.items, nulls.own == Nulls::NonNull, quote!(__), &nest_in);
        text.to_string().replace(' ', "").replace("__", inner)
    }

    /// How documentation names a type, and the path to it when it is one of the schema's.
    pub(super) fn documented(&self, name: &str) -> (String, Option<String>) {
        let Some(ty) = self.model.type_named(name) else { return ("Value".to_owned(), None) };
        let of = |module: &str| {
            let link = format!("{module}::{}", ty.rust);
            (ty.rust.clone(), Some(link))
        };
        match ty.kind {
            TypeKind::Enum => of("enums"),
            TypeKind::Input => of("input"),
            TypeKind::Object | TypeKind::Interface | TypeKind::Union => of("object"),
            TypeKind::Scalar => match &ty.scalar {
                Scalar::Int => ("i32".to_owned(), None),
                Scalar::Float => ("f64".to_owned(), None),
                Scalar::String => ("String".to_owned(), None),
                Scalar::Boolean => ("bool".to_owned(), None),
                Scalar::Json => ("serde_json::Value".to_owned(), None),
                Scalar::Opaque | Scalar::DateTime => of("scalar"),
                Scalar::Rust(path) => (path.clone(), None),
            },
        }
    }

    fn named(&self, name: &str) -> TokenStream {
        let Some(ty) = self.model.type_named(name) else {
            // Validation refuses a schema that names a type which it does not have.
            return quote!(rt::Value);
        };
        let rust = ident(&ty.rust);
        match ty.kind {
            TypeKind::Enum => quote!(enums::#rust),
            TypeKind::Input => quote!(input::#rust),
            TypeKind::Object | TypeKind::Interface | TypeKind::Union => self.object(ty),
            TypeKind::Scalar => match &ty.scalar {
                Scalar::Int => quote!(rt::i32),
                Scalar::Float => quote!(rt::f64),
                Scalar::String => quote!(rt::String),
                Scalar::Boolean => quote!(rt::bool),
                Scalar::Json => quote!(rt::Value),
                Scalar::Opaque | Scalar::DateTime => quote!(scalar::#rust),
                Scalar::Rust(path) => match syn::parse_str::<syn::Path>(path) {
                    Ok(path) => quote!(#path),
                    // Checked before anything is written.
                    Err(_) => quote!(rt::Value),
                },
            },
        }
    }

    /// The type of a field's result, when it has fields.
    pub(super) fn composite(&self, field: &Field) -> Option<&'m Type> {
        self.model.type_named(field.ty.name()).filter(|ty| {
            matches!(ty.kind, TypeKind::Object | TypeKind::Interface | TypeKind::Union)
        })
    }
}

/// What every file of generated code begins with: the runtime by its short name.
pub(super) fn prelude(runtime: &str) -> Result<TokenStream, Error> {
    let runtime = path(runtime)?;
    Ok(quote!(use #runtime as rt;))
}

/// What the files of domains begin with beside it: the modules that their items lean on.
pub(super) fn modules() -> TokenStream {
    quote!(
        use super::super::{argument, enums, input, object, required, scalar};
    )
}

fn path(text: &str) -> Result<syn::Path, Error> {
    syn::parse_str(text).map_err(|_| Error::NotAPath(text.to_owned()))
}

/// How null in a result is read.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    /// For the items of lists.
    pub(super) items: Nulls,
    /// For the result itself.
    pub(super) own: Nulls,
}

/// What stands for null and for lists.
struct Nest {
    option: TokenStream,
    list: TokenStream,
}

fn nest(
    ty: &TypeRef,
    items: Nulls,
    non_null: bool,
    inner: TokenStream,
    nest_in: &Nest,
) -> TokenStream {
    let Nest { option, list } = nest_in;
    match ty {
        TypeRef::NonNull(of) => nest(of, items, true, inner, nest_in),
        nullable if !non_null => {
            let of = nest(nullable, items, true, inner, nest_in);
            quote!(#option<#of>)
        }
        TypeRef::Named(_) => inner,
        TypeRef::List(item) => {
            let item = nest(item, items, items == Nulls::NonNull, inner, nest_in);
            quote!(#list<#item>)
        }
    }
}

/// An identifier, raw when it is a keyword.
pub(super) fn ident(name: &str) -> Ident {
    // Keywords are short, and in lower case but for one: most names need not be parsed to tell.
    let short = |name: &str| name.len() <= 8 && name.bytes().all(|byte| byte.is_ascii_lowercase());
    if !short(name) && name != "Self" {
        return Ident::new(name, Span::call_site());
    }
    // A keyword of edition 2024 that syn takes for a name.
    if name == "gen" {
        return Ident::new_raw(name, Span::call_site());
    }
    syn::parse_str::<Ident>(name).unwrap_or_else(|_| Ident::new_raw(name, Span::call_site()))
}
