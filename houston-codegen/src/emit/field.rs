//! Shared parts of the fields of objects and of root types.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder::Builder;
use super::doc;
use super::paths::{NullPolicy, Paths, ident};
use crate::model::{Field, Nulls, Type};

/// What the documentation of an operation has besides that of other fields.
pub(super) struct OfOperation {
    /// Paragraphs of text.
    pub(super) about: Vec<String>,
    /// What it returns, as a line of Markdown.
    pub(super) answers: String,
    pub(super) example: Option<TokenStream>,
}

/// The builder of a field with arguments: operations always have one. Its function and its type have the same text if
/// it is an operation.
pub(super) fn field_builder(field: &Field, operation: Option<OfOperation>) -> Builder<'_> {
    let signature = signature(field);
    let deprecated = doc::deprecated(field.row.deprecated.as_deref());
    let mut paragraphs = vec![field.row.description.as_str()];
    let about = operation.as_ref().map_or(&[][..], |operation| &operation.about);
    paragraphs.extend(about.iter().map(String::as_str));
    let docs = doc::paragraphs(&paragraphs);
    let required: Vec<String> = field
        .arguments
        .iter()
        .filter(|argument| argument.row.required)
        .map(|argument| {
            // Links use raw identifiers without `r#`.
            let setter = &argument.setter;
            format!("[`{}`]({}::{setter})", ident(setter), field.builder)
        })
        .collect();
    let required = (!required.is_empty()).then(|| {
        let required = format!(" Required: {}.", required.join(", "));
        quote!(#[doc = ""] #[doc = #required])
    });
    let mut function_docs = docs;
    if let Some(OfOperation { answers, .. }) = &operation {
        function_docs.extend(quote!(#[doc = ""] #[doc = #answers]));
    }
    function_docs.extend(quote!(#required #[doc = ""] #[doc = #signature]));
    let type_docs = match operation {
        Some(OfOperation { example, .. }) => {
            function_docs.extend(example);
            let type_docs = with_alias(function_docs.clone(), field, &field.builder);
            function_docs = with_alias(function_docs, field, &field.rust);
            type_docs
        }
        None => {
            let type_doc = format!(" The builder of {}.", doc::code(&field.row.name));
            quote!(#[doc = #type_doc])
        }
    };
    Builder {
        name: &field.builder,
        function: &field.rust,
        arguments: &field.arguments,
        function_docs: quote!(#function_docs #deprecated),
        type_docs,
    }
}

/// Lets a search of the documentation find an item by the name in GraphQL. Rust refuses an alias that is the name.
fn with_alias(docs: TokenStream, field: &Field, rust: &str) -> TokenStream {
    let name = &field.row.name;
    if name == rust { docs } else { quote!(#docs #[doc(alias = #name)]) }
}

/// ` GraphQL: ` and the field as the schema declares it, without descriptions.
fn signature(field: &Field) -> String {
    let arguments: Vec<String> =
        field.arguments.iter().map(|argument| argument.row.declaration()).collect();
    let arguments = match arguments.as_slice() {
        [] => String::new(),
        arguments => format!("({})", arguments.join(", ")),
    };
    format!(" GraphQL: {}", doc::code(&format!("{}{arguments}: {}", field.row.name, field.row.ty)))
}

/// The method `select` of a builder: it takes a selection on the result, or returns the leaf itself.
pub(super) fn select(
    paths: &Paths<'_>,
    builder: &Builder<'_>,
    scope: &Type,
    field: &Field,
    nulls: NullPolicy,
) -> TokenStream {
    let bounds = builder.bounds();
    let (scope, name) = (paths.object(scope), &field.row.name);
    let (given, needs) = (paths.parameter("selection"), needs(field));
    match paths.composite(field) {
        Some(ty) => {
            let (child, wrap) = (paths.object(ty), paths.wrap(field.row.type_ref(), nulls));
            let doc = format!(
                " Selects exactly these fields of the result, {}.",
                doc::code(&field.row.ty)
            );
            quote! {
                #[doc = #doc]
                pub fn select<Selection: rt::Select<#child>>(
                    self,
                    #given: Selection,
                ) -> rt::Nested<#scope, #child, #wrap, Selection>
                #bounds
                {
                    rt::Nested::new(#name, self.0.into_arguments(), #given) #needs
                }
            }
        }
        None => {
            let leaf = paths.leaf_output(field, nulls);
            let leaf = paths.leaf(&scope, field, &leaf);
            let with = if paths.is_json(field) { quote!(json_with) } else { quote!(with) };
            quote! {
                #[doc = " The field, to select together with others."]
                pub fn select(self) -> #leaf
                #bounds
                {
                    rt::Leaf::#with(#name, self.0.into_arguments()) #needs
                }
            }
        }
    }
}

/// `.needs(…)`, if the server computes the field from others.
pub(super) fn needs(field: &Field) -> Option<TokenStream> {
    let needs = &field.row.needs;
    (!needs.is_empty()).then(|| quote!(.needs(&[#(#needs),*])))
}

/// How null in a field of an object is read.
pub(super) fn field_nulls(field: &Field) -> NullPolicy {
    NullPolicy { items: field.items, own: Nulls::AsSchema }
}
