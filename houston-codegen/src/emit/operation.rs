use proc_macro2::TokenStream;
use quote::quote;

use super::builder::Builder;
use super::doc;
use super::object::{self, DefaultStruct};
use super::paths::{Paths, Reading, ident};
use crate::model::{Access, Field, Nulls, Operation, OperationKind, Type};

/// The builders of one domain's operations of one kind.
pub(super) fn items(paths: &Paths<'_>, kind: OperationKind, domain: usize) -> TokenStream {
    let operations = paths.model.operations.iter();
    operations
        .filter(|operation| operation.kind == kind && operation.field.domain == domain)
        .map(|operation| item(paths, operation))
        .collect()
}

fn item(paths: &Paths<'_>, operation: &Operation) -> TokenStream {
    let Some(root) = paths.model.types.iter().find(|ty| ty.root == Some(operation.kind)) else {
        return TokenStream::new();
    };
    let field = &operation.field;
    let nulls = Reading { items: operation.items, own: operation.result };
    let builder = field_builder(field, &about(operation));
    let mut items = builder.items(paths);
    items.extend(select(paths, &builder, root, field, nulls));

    let (name, generics) = (builder.ident(), builder.generics());
    let (bounded, scope) = (builder.bounded_generics(paths), paths.object(root));
    let (selection, partial, select) = match paths.composite(field) {
        None => {
            let leaf = paths.output(&field.ty, nulls, None);
            let partial = quote!(rt::Leaf<#scope, ::core::option::Option<#leaf>>);
            (quote!(rt::Leaf<#scope, #leaf>), partial, quote!(self.select()))
        }
        Some(ty) => {
            let default = default_answer(paths, &mut items, operation, ty);
            let (child, wrap) = (paths.object(ty), paths.wrap(&field.ty, nulls));
            let nested = |wrap: TokenStream| quote!(rt::Nested<#scope, #child, #wrap, rt::DefaultSelection<#default>>);
            let partial = nested(quote!(<#wrap as rt::Wrap>::Nullable));
            (nested(wrap), partial, quote!(self.select(rt::default_selection())))
        }
    };
    items.extend(quote! {
        impl #bounded rt::RootField for #name #generics {
            type Root = #scope;
            type Selection = #selection;
            type Partial = #partial;
            fn selection(self) -> Self::Selection {
                #select
            }
            fn partial_selection(self) -> Self::Partial {
                rt::RootField::partial_selection(#select)
            }
        }
    });
    items
}

/// The struct of an operation's default answer: the type's own, or one of the operation's, which is then
/// added to `items`.
fn default_answer(
    paths: &Paths<'_>,
    items: &mut TokenStream,
    operation: &Operation,
    ty: &Type,
) -> TokenStream {
    let own = paths.model.own_default_fields(ty);
    let fields = paths.model.default_fields(operation);
    if own.iter().map(|field| &field.name).eq(fields.iter().map(|field| &field.name)) {
        return paths.object(ty);
    }
    let docs = doc::attributes(&format!("What `{}` answers by default.", operation.field.name));
    let name = &operation.payload;
    items.extend(object::default_struct(paths, &DefaultStruct { name, ty, fields, docs }));
    let payload = ident(name);
    quote!(#payload)
}

/// The builder of a field with arguments: root fields always have one.
pub(super) fn field_builder<'a>(field: &'a Field, about: &[String]) -> Builder<'a> {
    let signature = signature(field);
    let deprecated = doc::deprecated(field.deprecated.as_deref());
    let mut paragraphs = vec![field.description.as_str()];
    paragraphs.extend(about.iter().map(String::as_str));
    let docs = doc::paragraphs(&paragraphs);
    let required: Vec<String> = field
        .arguments
        .iter()
        .filter(|argument| argument.required)
        .map(|argument| {
            // Links name raw identifiers without `r#`.
            let setter = &argument.setter;
            format!("[`{}`]({}::{setter})", ident(setter), field.builder)
        })
        .collect();
    let required = match required.as_slice() {
        [] => " No argument is required.".to_owned(),
        required => format!(" Required: {}.", required.join(", ")),
    };
    let type_doc = format!(" The builder of {}.", doc::code(&field.name));
    Builder {
        name: &field.builder,
        ready: &field.ready,
        function: &field.rust,
        arguments: &field.arguments,
        function_docs: quote!(#docs #[doc = ""] #[doc = #required] #[doc = ""] #[doc = #signature] #deprecated),
        type_docs: quote!(#[doc = #type_doc]),
    }
}

/// What the overlay knows of an operation, as paragraphs.
fn about(operation: &Operation) -> Vec<String> {
    let mut about = Vec::new();
    if !operation.trap.is_empty() {
        about.push(format!("Beware: {}.", operation.trap.trim_end_matches('.')));
    }
    match &operation.access {
        Access::Unknown => {}
        Access::Public => about.push("Needs no token.".to_owned()),
        Access::SignedIn => about.push("Anybody who is signed in may call it.".to_owned()),
        Access::AnyOf(permissions) => {
            let permissions: Vec<String> =
                permissions.iter().map(|permission| doc::code(permission)).collect();
            about.push(format!("Needs the permission {}.", permissions.join(" or ")));
        }
    }
    about
}

/// ` GraphQL: ` and the field as the schema declares it, without descriptions.
fn signature(field: &Field) -> String {
    let arguments: Vec<String> = field
        .arguments
        .iter()
        .map(|argument| match &argument.default {
            Some(default) => format!("{}: {} = {default}", argument.name, argument.ty),
            None => format!("{}: {}", argument.name, argument.ty),
        })
        .collect();
    let arguments = match arguments.as_slice() {
        [] => String::new(),
        arguments => format!("({})", arguments.join(", ")),
    };
    format!(" GraphQL: {}", doc::code(&format!("{}{arguments}: {}", field.name, field.ty)))
}

/// `select` of a builder: what is selected on the result, or the leaf itself.
pub(super) fn select(
    paths: &Paths<'_>,
    builder: &Builder<'_>,
    scope: &Type,
    field: &Field,
    nulls: Reading,
) -> TokenStream {
    let (builder_name, generics, bounds) =
        (builder.ident(), builder.generics(), builder.bounds(paths));
    let (scope, name) = (paths.object(scope), &field.name);
    let method = match paths.composite(field) {
        Some(ty) => {
            let (child, wrap) = (paths.object(ty), paths.wrap(&field.ty, nulls));
            let doc = format!(
                " Selects exactly this on the result, {}.",
                doc::code(&field.ty.to_string())
            );
            quote! {
                #[doc = #doc]
                pub fn select<Selection: rt::Select<#child>>(
                    self,
                    selection: Selection,
                ) -> rt::Nested<#scope, #child, #wrap, Selection>
                where #bounds
                {
                    rt::Nested::new(#name, self.0.into_arguments(), selection)
                }
            }
        }
        None => {
            let leaf = paths.output(&field.ty, nulls, None);
            quote! {
                #[doc = " The field, to be selected beside others."]
                pub fn select(self) -> rt::Leaf<#scope, #leaf>
                where #bounds
                {
                    rt::Leaf::with(#name, self.0.into_arguments())
                }
            }
        }
    };
    quote!(impl #generics #builder_name #generics { #method })
}

/// How null in a field of an object is read.
pub(super) fn field_nulls(field: &Field) -> Reading {
    Reading { items: field.items, own: Nulls::AsSchema }
}
