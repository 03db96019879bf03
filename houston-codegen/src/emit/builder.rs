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
        let parameters = self.parameters();
        bracketed(quote!(#(#parameters),*))
    }

    /// `where (Label, Type): rt::AllSet`, or nothing.
    pub(super) fn bounds(&self) -> Option<TokenStream> {
        let parameters = self.parameters();
        (!parameters.is_empty()).then(|| {
            let all = tuple(&parameters);
            quote!(where #all: rt::AllSet)
        })
    }

    /// What an input object gives: the compiler then asks for its required fields.
    pub(super) fn given(&self) -> TokenStream {
        let parameters = self.parameters();
        if parameters.is_empty() {
            return quote!(());
        }
        let all = tuple(&parameters);
        quote!(rt::Input<#all>)
    }

    /// One type parameter for each required argument.
    fn parameters(&self) -> Vec<Ident> {
        self.required().map(|argument| ident(&argument.parameter)).collect()
    }

    /// The function, the type, its setters, and `methods`.
    pub(super) fn items(&self, paths: &Paths<'_>, methods: TokenStream) -> TokenStream {
        let (name, function) = (self.ident(), ident(self.function));
        let Builder { function_docs, type_docs, .. } = self;
        let parameters = self.parameters();
        let state = tuple(&parameters);
        let declared = self.required().map(|argument| {
            let (parameter, unset) = (ident(&argument.parameter), ident(&argument.unset));
            quote!(#parameter = required::#unset)
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
            #[must_use]
            pub struct #name #declared(rt::Builder<#state>);
            rt::builder_type! { #name #(#parameters)* }

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

/// A tuple of types; long ones are tuples of tuples, because traits are implemented up to this length.
fn tuple(types: &[Ident]) -> TokenStream {
    const LONGEST: usize = 12;
    match types.split_at_checked(LONGEST - 1) {
        Some((first, more)) if more.len() > 1 => {
            let more = tuple(more);
            quote!((#(#first,)* #more))
        }
        _ => quote!((#(#types,)*)),
    }
}

fn bracketed(parameters: TokenStream) -> TokenStream {
    if parameters.is_empty() { parameters } else { quote!(<#parameters>) }
}
