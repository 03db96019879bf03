use houston_schema::table::{Access, OperationKind};
use proc_macro2::TokenStream;
use quote::quote;

use super::default::{DefaultStruct, default_struct};
use super::doc;
use super::example;
use super::field::{OfOperation, field_builder, select};
use super::layout::Item;
use super::paths::{NullPolicy, Paths, ident};
use crate::model::{Operation, Type};

/// The documentation of the module of one kind.
pub(super) const fn doc(kind: OperationKind) -> &'static str {
    match kind {
        OperationKind::Query => "Builders of queries.",
        OperationKind::Mutation => "Builders of mutations.",
        OperationKind::Subscription => {
            "Builders of subscriptions. `Client::subscribe`, with the feature `subscriptions`, returns their events as a stream."
        }
    }
}

/// The builders of all operations of one kind.
pub(super) fn items<'m>(paths: &Paths<'m>, kind: OperationKind) -> Vec<Item<'m>> {
    let operations = paths.model.operations.iter().filter(|operation| operation.row.kind == kind);
    let item = |operation: &'m Operation| {
        let paths = *paths;
        Item {
            name: &operation.row.name,
            domain: Some(operation.field.domain),
            write: Box::new(move || self::item(&paths, operation)),
        }
    };
    operations.map(item).collect()
}

fn item(paths: &Paths<'_>, operation: &Operation) -> TokenStream {
    let Some(root) = paths.model.types.iter().find(|ty| ty.root == Some(operation.row.kind)) else {
        return TokenStream::new();
    };
    let field = &operation.field;
    let nulls = NullPolicy { items: operation.field.items, own: operation.result };
    let answers = answers(paths, operation, nulls);
    let example = example::attributes(paths, operation);
    let texts = OfOperation { about: about(paths, operation), answers, example };
    let builder = field_builder(field, Some(texts));
    let mut items = builder.items(paths, select(paths, &builder, root, field, nulls));

    let (name, generics) = (builder.ident(), builder.generics());
    let (bounds, scope) = (builder.bounds(), paths.object(root));
    let (selection, select) = match paths.composite(field) {
        None => {
            let leaf = paths.leaf_output(field, nulls);
            (paths.leaf(&scope, field, &leaf), quote!(self.select()))
        }
        Some(ty) => {
            let default = default_answer(paths, &mut items, operation, ty);
            let (child, wrap) = (paths.object(ty), paths.wrap(field.row.type_ref(), nulls));
            let selection =
                quote!(rt::Nested<#scope, #child, #wrap, rt::DefaultSelection<#default>>);
            (selection, quote!(self.select(rt::default_selection())))
        }
    };
    items.extend(quote! {
        impl #generics rt::RootField for #name #generics #bounds {
            type Root = #scope;
            type Selection = #selection;
            fn selection(self) -> Self::Selection {
                #select
            }
        }
    });
    items
}

/// The struct of an operation's default answer: the type's own, or one for this operation, which is then
/// added to `items`.
fn default_answer(
    paths: &Paths<'_>,
    items: &mut TokenStream,
    operation: &Operation,
    ty: &Type,
) -> TokenStream {
    let fields = paths.model.default_fields(operation);
    if !paths.model.has_own_answer(operation, ty) {
        return paths.object(ty);
    }
    let docs = doc::attributes(&format!("The default answer of `{}`.", operation.row.name));
    let name = &operation.payload;
    items.extend(default_struct(paths, &DefaultStruct { name, ty, fields, docs }));
    let payload = ident(name);
    quote!(#payload)
}

/// The Rust type of the result if the caller selects nothing, with a link to the type in it.
fn answers(paths: &Paths<'_>, operation: &Operation, nulls: NullPolicy) -> String {
    let ty = operation.row.type_ref();
    let (name, link) = match paths.composite(&operation.field) {
        Some(of) if paths.model.has_own_answer(operation, of) => {
            (operation.payload.clone(), Some(operation.payload.clone()))
        }
        _ => paths.documented(&operation.field),
    };
    let whole = paths.output_text(ty, nulls, &name);
    match link {
        Some(link) if whole == name => format!(" Returns [`{name}`]({link})."),
        Some(link) => format!(" Returns `{whole}`: see [`{name}`]({link})."),
        None => format!(" Returns `{whole}`."),
    }
}

/// Its default selection and the overlay's facts about it, as paragraphs.
fn about(paths: &Paths<'_>, operation: &Operation) -> Vec<String> {
    let mut about = Vec::new();
    if paths.composite(&operation.field).is_some() {
        let fields = paths.model.default_fields(operation);
        let mut names: Vec<String> =
            fields.iter().map(|field| doc::code(&field.row.name)).collect();
        if names.is_empty() {
            names.push(doc::code("__typename"));
        }
        about.push(format!("Default selection: {}.", names.join(", ")));
    }
    if let Some(answers) = &operation.row.answers {
        let answers: Vec<String> = answers.iter().map(|name| doc::code(name)).collect();
        about.push(format!(
            "The result has only {}: a server may fail on other fields after it ran.",
            answers.join(", ")
        ));
    }
    if !operation.row.trap.is_empty() {
        about.push(format!("Note: {}.", operation.row.trap.trim_end_matches('.')));
    }
    match &operation.row.access {
        Access::Unknown => {}
        Access::Public => about.push("Requires no token.".to_owned()),
        Access::SignedIn => about.push("Any signed-in user may call it.".to_owned()),
        Access::AnyOf(permissions) => {
            let permissions: Vec<String> =
                permissions.iter().map(|permission| doc::code(permission)).collect();
            about.push(format!("Requires the permission {}.", permissions.join(" or ")));
        }
    }
    let codes = paths.model.refusal_codes(operation);
    if !codes.is_empty() {
        let codes: Vec<String> = codes.into_iter().map(doc::code).collect();
        about.push(format!("Codes of its refusals (`RefusalCode`): {}.", codes.join(", ")));
    }
    about
}
