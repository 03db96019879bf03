//! Examples in the documentation of operations. They come from names and types, never from texts of the schema.

use houston_schema::table::{OperationKind, Scalar, TypeKind, TypeRef};
use proc_macro2::TokenStream;
use quote::quote;

use super::format;
use super::paths::{Paths, ident};
use crate::model::module::Module;
use crate::model::{Argument, Operation, Type};

/// The most setters of an example. An operation that needs more has none: input objects can need each other without
/// an end.
const MOST_SETTERS: usize = 40;

/// An operation with its required arguments, as a doc test. `None` without a path for examples, and for values that
/// only the caller's own types can be.
pub(super) fn attributes(paths: &Paths<'_>, operation: &Operation) -> Option<TokenStream> {
    let code = code(paths, operation)?;
    let lines = code.iter().map(|line| format!(" {line}"));
    Some(quote!(#[doc = ""] #[doc = " ```no_run"] #(#[doc = #lines])* #[doc = " ```"]))
}

/// The lines of the example. Those that begin with `#` are compiled and not shown.
fn code(paths: &Paths<'_>, operation: &Operation) -> Option<Vec<String>> {
    let module = paths.examples()?;
    let kind = ident(operation.row.kind.keyword());
    let mut values = Values { paths, modules: vec![kind.clone()], left: MOST_SETTERS };
    let function = ident(&operation.field.rust);
    let call = values.call(quote!(#kind::#function), &operation.field.arguments)?;
    let (uses, body) = match operation.row.kind {
        OperationKind::Subscription => (
            quote!(
                use houston_client::request::Request;
            ),
            quote!(let request = Request::subscription(operation);),
        ),
        _ => (quote!(), quote!(let answer = client.send(operation).await?;)),
    };
    values.modules.sort();
    values.modules.dedup();
    let modules = match values.modules.as_slice() {
        [one] => quote!(#one),
        several => quote!({#(#several),*}),
    };
    let uses = format::tokens("an example", quote!(#uses use #module::#modules;)).ok()?;
    let run = quote! {
        async fn run(client: &Client) -> Result<(), Error> {
            let operation = #call;
            #body
            Ok(())
        }
    };
    let run = format::tokens("an example", run).ok()?;
    let mut lines = vec!["# use houston_client::{Client, Error};".to_owned()];
    lines.extend(uses.lines().map(str::to_owned));
    lines.extend(run.lines().map(|line| match line.strip_prefix("    ") {
        Some(shown) if shown != "Ok(())" => shown.to_owned(),
        _ => format!("# {}", line.trim_start()),
    }));
    Some(lines)
}

/// Writes values, and notes the modules that they use.
struct Values<'a> {
    paths: &'a Paths<'a>,
    modules: Vec<proc_macro2::Ident>,
    /// How many setters may still be called.
    left: usize,
}

impl Values<'_> {
    /// A builder with its required arguments.
    fn call(&mut self, function: TokenStream, arguments: &[Argument]) -> Option<TokenStream> {
        let mut call = quote!(#function());
        for argument in arguments.iter().filter(|argument| argument.row.required) {
            let (setter, value) = (ident(&argument.setter), self.given(argument)?);
            call.extend(quote!(.#setter(#value)));
        }
        Some(call)
    }

    fn given(&mut self, argument: &Argument) -> Option<TokenStream> {
        // Only the caller knows values of a type that the overlay names.
        if argument.rust_path.is_some() {
            return None;
        }
        self.value(argument.row.type_ref())
    }

    fn value(&mut self, ty: TypeRef<'_>) -> Option<TokenStream> {
        self.left = self.left.checked_sub(1)?;
        if let Some(item) = ty.item() {
            let item = self.value(item)?;
            return Some(quote!([#item]));
        }
        let ty = self.paths.model.type_named(ty.name())?;
        match ty.row.kind {
            _ if ty.rust_path.is_some() => None,
            TypeKind::Scalar => Some(scalar(ty)),
            TypeKind::Enum => {
                let current = ty.values.iter().find(|value| value.row.deprecated.is_none());
                let variant = ident(&current.or(ty.values.first())?.rust);
                let path = self.path(ty);
                Some(quote!(#path::#variant))
            }
            TypeKind::Input if ty.row.one_of => {
                let field = ty.input_fields.first()?;
                let (function, value) = (ident(&field.setter), self.given(field)?);
                let path = self.path(ty);
                Some(quote!(#path::#function(#value)))
            }
            TypeKind::Input => {
                let (module, function) = (self.module(ty), ident(&ty.module));
                self.call(quote!(#module::#function), &ty.input_fields)
            }
            _ => None,
        }
    }

    fn path(&mut self, ty: &Type) -> TokenStream {
        let (module, name) = (self.module(ty), ident(&ty.rust));
        quote!(#module::#name)
    }

    fn module(&mut self, ty: &Type) -> proc_macro2::Ident {
        let module = ident(Module::of(ty.row.kind).name());
        self.modules.push(module.clone());
        module
    }
}

fn scalar(ty: &Type) -> TokenStream {
    match ty.row.scalar {
        Scalar::Int => quote!(1),
        Scalar::Float => quote!(1.5),
        Scalar::Boolean => quote!(true),
        Scalar::String => quote!("text"),
        Scalar::Json => quote!(serde_json::json!({})),
        Scalar::DateTime => quote!("2026-01-31T12:00:00Z"),
        Scalar::Opaque => {
            let text = ty.row.name.to_lowercase();
            quote!(#text)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::{Error, Options, emit};
    use crate::Source;
    use crate::model::{Model, Sources};

    const SCHEMA: &str = r#"
        scalar Date
        enum Size { OLD @deprecated, LARGE }
        input Range { from: Int!, to: Float!, note: String }
        input Endless { more: [Endless!]! }
        input One @oneOf { id: ID, name: String }
        type Query {
          """
          ```
          std::process::exit(1)
          ```
          """
          plain: Int
          given(in: [Range!]!, size: Size!, one: One!, date: Date!, flag: Boolean!, free: Int): Int
          endless(endless: Endless!): Int
        }
        type Subscription { new(id: ID!): Int }
    "#;

    /// The examples in the module of one kind of operations.
    fn examples(kind: &str, path: Option<&str>) -> Result<String, Error> {
        let model = Model::new(&Sources::schema(Source::new("schema", SCHEMA))).unwrap();
        let existing = BTreeSet::new();
        let options =
            Options { runtime: "rt", command: "test", examples: path, existing: &existing };
        let files = emit(&model, &options)?.files;
        let text = files[&format!("{kind}/all.rs")].replace("\n/// ", "\n");
        let mut examples: Vec<&str> = text
            .split("```no_run\n")
            .skip(1)
            .map(|rest| rest.split("```").next().unwrap())
            .collect();
        // That of the function, and that of the type.
        assert!(examples.chunks(2).all(|pair| pair[0] == pair[1]), "{examples:?}");
        examples.dedup();
        Ok(examples.concat())
    }

    #[test]
    fn they_are_made_of_names_and_types() {
        insta::assert_snapshot!(examples("query", Some("my_crate::api")).unwrap(), @r##"
        # use houston_client::{Client, Error};
        use my_crate::api::{enums, input, query};
        # async fn run(client: &Client) -> Result<(), Error> {
        let operation = query::given()
            .date(serde_json::json!({}))
            .flag(true)
            .r#in([input::range().from(1).to(1.5)])
            .one(input::One::id("id"))
            .size(enums::Size::Large);
        let answer = client.send(operation).await?;
        # Ok(())
        # }
        # use houston_client::{Client, Error};
        use my_crate::api::query;
        # async fn run(client: &Client) -> Result<(), Error> {
        let operation = query::plain();
        let answer = client.send(operation).await?;
        # Ok(())
        # }
        "##);
        insta::assert_snapshot!(examples("subscription", Some("my_crate::api")).unwrap(), @r##"
        # use houston_client::{Client, Error};
        use houston_client::request::Request;
        use my_crate::api::subscription;
        # async fn run(client: &Client) -> Result<(), Error> {
        let operation = subscription::new().id("id");
        let request = Request::subscription(operation);
        # Ok(())
        # }
        "##);
    }

    #[test]
    fn without_a_path_there_are_none() {
        assert_eq!(examples("query", None).unwrap(), "");
        assert!(matches!(examples("query", Some("my crate")), Err(Error::NotAPath(_))));
    }
}
