//! Examples in the documentation of operations. They come from names and types, never from texts of the schema.

use houston_schema::table::OperationKind;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::format;
use super::paths::{Paths, ident};
use crate::example::{Call, Example, Given, Value, sample};
use crate::model::Operation;

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
    let example = Example::of(paths.model, operation, &|_, ty| sample(ty))?;
    let call = call(&example.call);
    let (uses, body) = match example.kind {
        OperationKind::Subscription => (
            quote!(
                use houston_client::request::Request;
            ),
            quote!(let request = Request::subscription(operation);),
        ),
        _ => (quote!(), quote!(let answer = client.send(operation).await?;)),
    };
    let modules: Vec<_> = example.modules.iter().map(|module| ident(module)).collect();
    let modules = match modules.as_slice() {
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

fn call(Call { module, function, given }: &Call) -> TokenStream {
    let (module, function) = (ident(module), ident(function));
    let setters = given.iter().map(set);
    quote!(#module::#function()#(.#setters)*)
}

fn set(Given { setter, value, .. }: &Given) -> TokenStream {
    let (setter, value) = (ident(setter), self::value(value));
    quote!(#setter(#value))
}

fn value(value: &Value) -> TokenStream {
    match value {
        Value::Object(object) => call(object),
        Value::OneOf { module, ty, given } => {
            let (module, ty, field) = (ident(module), ident(ty), set(given));
            quote!(#module::#ty::#field)
        }
        Value::Enum { module, ty, variant, .. } => {
            let (module, ty, variant) = (ident(module), ident(ty), ident(variant));
            quote!(#module::#ty::#variant)
        }
        Value::List(item) => {
            let item = self::value(item);
            quote!([#item])
        }
        Value::Plain(serde_json::Value::Bool(value)) => quote!(#value),
        Value::Plain(serde_json::Value::Number(number)) => {
            let number = match number.as_i64() {
                Some(whole) => Literal::i64_unsuffixed(whole),
                None => Literal::f64_unsuffixed(number.as_f64().unwrap_or_default()),
            };
            quote!(#number)
        }
        Value::Plain(_) => quote!(serde_json::json!({})),
        Value::Text(text) => quote!(#text),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::{Error, Options, emit};
    use crate::Source;
    use crate::example::{Example, placeholder};
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
    fn readers_see_the_same_call_and_its_values() {
        let model = Model::new(&Sources::schema(Source::new("schema", SCHEMA))).unwrap();
        let given = model.operations.iter().find(|one| one.row.name == "given").unwrap();
        let example = Example::of(&model, given, &placeholder).unwrap();
        insta::assert_snapshot!(example.rust(), @r#"
        query::given()
            .date(serde_json::json!({}))
            .flag(true)
            .r#in([input::range().from(1).to(1.5)])
            .one(input::One::id("ID"))
            .size(enums::Size::Large)
        "#);
        let values = serde_json::Value::Object(example.variables()).to_string();
        insta::assert_snapshot!(values, @r#"{"date":{},"flag":true,"in":[{"from":1,"to":1.5}],"one":{"id":"ID"},"size":"LARGE"}"#);
        let endless = model.operations.iter().find(|one| one.row.name == "endless").unwrap();
        assert!(Example::of(&model, endless, &placeholder).is_none());
    }

    #[test]
    fn without_a_path_there_are_none() {
        assert_eq!(examples("query", None).unwrap(), "");
        assert!(matches!(examples("query", Some("my crate")), Err(Error::NotAPath(_))));
    }
}
