//! Shared parts of the builders of operations, fields and input objects: a type parameter for each required
//! argument, and setters over one untyped list.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::arguments;
use super::paths::{Paths, ident};
use crate::model::Argument;

/// A builder.
pub(super) struct Builder<'a> {
    /// The Rust name of its type.
    pub(super) name: &'a str,
    /// The Rust name of the function that creates it.
    pub(super) function: &'a str,
    pub(super) arguments: &'a [Argument],
    /// Attributes of the function.
    pub(super) function_docs: TokenStream,
    /// Attributes of the type.
    pub(super) type_docs: TokenStream,
}

impl<'a> Builder<'a> {
    pub(super) fn ident(&self) -> Ident {
        ident(self.name)
    }

    fn required(&self) -> impl Iterator<Item = &'a Argument> + Clone {
        self.arguments.iter().filter(|argument| argument.row.required)
    }

    /// `<Label, Type>`, or nothing.
    pub(super) fn generics(&self) -> TokenStream {
        let parameters = self.required().map(|argument| ident(&argument.parameter));
        bracketed(quote!(#(#parameters),*))
    }

    /// `Label: required::label, …`
    pub(super) fn bounds(&self, paths: &Paths<'_>) -> TokenStream {
        let bounds = self.required().map(|argument| {
            let (parameter, required) = (ident(&argument.parameter), paths.required(argument));
            quote!(#parameter: #required)
        });
        quote!(#(#bounds),*)
    }

    /// `<Label: required::label, …>`, or nothing.
    pub(super) fn bounded_generics(&self, paths: &Paths<'_>) -> TokenStream {
        bracketed(self.bounds(paths))
    }

    /// The function, the type, its setters, and `methods`.
    pub(super) fn items(&self, paths: &Paths<'_>, methods: TokenStream) -> TokenStream {
        let (name, function) = (self.ident(), ident(self.function));
        let Builder { function_docs, type_docs, .. } = self;
        let parameters: Vec<Ident> =
            self.required().map(|argument| ident(&argument.parameter)).collect();
        let declared = self.required().map(|argument| {
            let (parameter, unset) = (ident(&argument.parameter), paths.unset(argument));
            quote!(#parameter = #unset)
        });
        let declared = bracketed(quote!(#(#declared),*));
        let generics = self.generics();
        let setters = self
            .arguments
            .iter()
            .map(|argument| arguments::setter(paths, &name, &self.with_set(argument), argument));
        quote! {
            #function_docs
            pub fn #function() -> #name {
                #name(rt::Builder::new())
            }

            #type_docs
            #[derive(Clone, Debug)]
            #[must_use]
            pub struct #name #declared(rt::Builder<(#(#parameters,)*)>);

            impl #generics #name #generics {
                #(#setters)*
                #methods
            }
        }
    }

    /// The type after this required argument is set.
    fn with_set(&self, set: &Argument) -> TokenStream {
        let parameters = self.required().map(|argument| {
            if argument.row.name == set.row.name {
                quote!(rt::Set)
            } else {
                let parameter = ident(&argument.parameter);
                quote!(#parameter)
            }
        });
        let (name, parameters) = (self.ident(), bracketed(quote!(#(#parameters),*)));
        quote!(#name #parameters)
    }
}

fn bracketed(parameters: TokenStream) -> TokenStream {
    if parameters.is_empty() { parameters } else { quote!(<#parameters>) }
}
