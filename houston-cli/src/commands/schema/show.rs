//! `houston schema show`: writes the schema that operations use.

use clap::Args;
use houston_client::schema::OperationKind;
use serde_json::json;

use crate::failure::Failure;
use crate::schema::{self, BuiltIn, Origin};
use crate::settings::options::{Facts, SchemaChoice};
use crate::terminal::output;

/// Show the schema that operations use, as GraphQL text
#[derive(Args)]
pub(super) struct Show {
    #[command(flatten)]
    schema: SchemaChoice,
    #[command(flatten)]
    output: Facts,
}

pub(super) fn run(built_in: BuiltIn, show: Show) -> Result<(), Failure> {
    let loaded = schema::of(built_in, &show.schema.into())?;
    let Some(format) = show.output.format else {
        output::note(format_args!("note: {}", loaded.origin.words()));
        return output::data(schema::text_of(&loaded.origin)?.trim_end());
    };
    let (origin, file, about) = match &loaded.origin {
        Origin::BuiltIn => ("built-in", None, None),
        Origin::File(path) => ("file", Some(path.clone()), None),
        Origin::Pulled(place, about) => ("pulled", Some(place.path.clone()), Some(about)),
    };
    let count = |kind| loaded.schema.operations.iter().filter(|row| row.kind == kind).count();
    output::facts(
        format,
        &json!({
            "origin": origin,
            "file": file,
            "platform": loaded.platform.as_ref().map(|(place, _)| &place.shown),
            "version": loaded.schema.version,
            "pulled": about.map(|about| &about.date),
            "introspection": about.map(|about| &about.level),
            "queries": count(OperationKind::Query),
            "mutations": count(OperationKind::Mutation),
            "subscriptions": count(OperationKind::Subscription),
            "types": loaded.schema.types.len(),
            "leftOut": schema::left_out(&loaded.origin)?,
        }),
    )
}
