//! The introspection query, in the forms that different servers support.

use std::fmt;

use super::answer::TYPE_LEVELS;

/// An edition of the GraphQL specification, which defines what an introspection query may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edition {
    /// June 2018, which every later server supports.
    June2018,
    /// October 2021: `specifiedByURL`, `isRepeatable`, the description of a schema.
    October2021,
    /// September 2025: deprecated arguments and input fields, `isOneOf`.
    September2025,
}

impl Edition {
    /// All editions, oldest first.
    pub const ALL: [Edition; 3] = [Edition::June2018, Edition::October2021, Edition::September2025];

    /// The year, which is its name.
    pub const fn year(self) -> u16 {
        match self {
            Edition::June2018 => 2018,
            Edition::October2021 => 2021,
            Edition::September2025 => 2025,
        }
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.year())
    }
}

/// How much of introspection a server supports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The newest edition that the server supports at least in part.
    pub edition: Edition,
    /// The parts of this edition and earlier ones that it refused, as schema coordinates.
    pub refused: Vec<&'static str>,
}

/// `2021`, or `2025 without __Type.isOneOf`.
impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.edition)?;
        if self.refused.is_empty() {
            return Ok(());
        }
        write!(formatter, " without {}", self.refused.join(", "))
    }
}

/// An addition of an edition to introspection.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Feature {
    edition: Edition,
    ty: &'static str,
    field: &'static str,
    /// Whether it is the field's argument `includeDeprecated`, not the field itself.
    argument: bool,
    coordinate: &'static str,
}

const fn field(
    edition: Edition,
    ty: &'static str,
    field: &'static str,
    coordinate: &'static str,
) -> Feature {
    Feature { edition, ty, field, argument: false, coordinate }
}

const fn argument(ty: &'static str, field: &'static str, coordinate: &'static str) -> Feature {
    Feature { edition: Edition::September2025, ty, field, argument: true, coordinate }
}

const DESCRIPTION: Feature =
    field(Edition::October2021, "__Schema", "description", "__Schema.description");
const SPECIFIED_BY: Feature =
    field(Edition::October2021, "__Type", "specifiedByURL", "__Type.specifiedByURL");
/// The spelling of graphql-js 15, from before the specification. It is used if a server suggests it.
const SPECIFIED_BY_OF_15: Feature =
    field(Edition::October2021, "__Type", "specifiedByUrl", "__Type.specifiedByURL");
const REPEATABLE: Feature =
    field(Edition::October2021, "__Directive", "isRepeatable", "__Directive.isRepeatable");
const ONE_OF: Feature = field(Edition::September2025, "__Type", "isOneOf", "__Type.isOneOf");
const IS_DEPRECATED: Feature =
    field(Edition::September2025, "__InputValue", "isDeprecated", "__InputValue.isDeprecated");
const REASON: Feature = field(
    Edition::September2025,
    "__InputValue",
    "deprecationReason",
    "__InputValue.deprecationReason",
);
const FIELD_ARGUMENTS: Feature = argument("__Field", "args", "__Field.args(includeDeprecated:)");
const DIRECTIVE_ARGUMENTS: Feature =
    argument("__Directive", "args", "__Directive.args(includeDeprecated:)");
const INPUT_FIELDS: Feature =
    argument("__Type", "inputFields", "__Type.inputFields(includeDeprecated:)");

const FEATURES: [&Feature; 9] = [
    &DESCRIPTION,
    &SPECIFIED_BY,
    &REPEATABLE,
    &ONE_OF,
    &IS_DEPRECATED,
    &REASON,
    &FIELD_ARGUMENTS,
    &DIRECTIVE_ARGUMENTS,
    &INPUT_FIELDS,
];

impl Feature {
    /// Whether a server's message says that it does not know this feature. Servers word it differently, except for the
    /// names.
    fn is_refused_by(&self, message: &str) -> bool {
        // The suggestion of graphql-js is not part of the refusal.
        let said = message.split("Did you mean").next().unwrap_or(message);
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let names: Vec<&str> = said.split(|letter| !is_name(letter)).collect();
        let has = |name: &str| names.contains(&name);
        // A server that does not name a type means every type.
        let of_type = has(self.ty) || !names.iter().any(|name| name.starts_with("__"));
        let about = if self.argument {
            has("includeDeprecated") && (has(self.field) || !has("args") && !has("inputFields"))
        } else {
            has(self.field)
        };
        of_type && about
    }
}

/// One form of the query: the features that it asks for.
#[derive(Clone, Debug)]
pub(super) struct Form {
    asked: Vec<&'static Feature>,
}

impl Form {
    /// Creates the form with everything in an edition.
    pub(super) fn of(edition: Edition) -> Self {
        let asked = FEATURES.into_iter().filter(|feature| feature.edition <= edition).collect();
        Form { asked }
    }

    pub(super) fn level(&self) -> Level {
        let newest = self.asked.iter().map(|feature| feature.edition).max();
        let edition = newest.unwrap_or(Edition::June2018);
        let known: Vec<&str> = self.asked.iter().map(|feature| feature.coordinate).collect();
        let refused = FEATURES.into_iter().filter(|feature| feature.edition <= edition);
        let refused = refused.map(|feature| feature.coordinate);
        Level { edition, refused: refused.filter(|name| !known.contains(name)).collect() }
    }

    /// Leaves out the features that these messages name, or the whole newest edition if they name none.
    /// Returns whether there was anything to leave out.
    pub(super) fn reduce(&mut self, messages: &[String]) -> bool {
        let before = self.asked.len();
        self.asked.retain(|feature| !messages.iter().any(|message| feature.is_refused_by(message)));
        let fewer = self.asked.len() < before;
        let suggested = messages.iter().any(|message| message.contains("\"specifiedByUrl\"?"));
        if fewer && suggested {
            self.asked.push(&SPECIFIED_BY_OF_15);
            return true;
        }
        if !fewer {
            let newest = self.asked.iter().map(|feature| feature.edition).max();
            self.asked.retain(|feature| Some(feature.edition) != newest);
        }
        self.asked.len() < before
    }

    /// The document of the query.
    pub(super) fn document(&self) -> String {
        let asks = |feature: &Feature, text: &'static str| {
            if self.asked.contains(&feature) { text } else { "" }
        };
        let deprecated = |feature| asks(feature, "(includeDeprecated: true)");
        let mut of_type = String::from("kind name");
        for _ in 0..TYPE_LEVELS {
            of_type = format!("kind name ofType {{ {of_type} }}");
        }
        format!(
            "query IntrospectionQuery {{
  __schema {{
    {description} queryType {{ name }} mutationType {{ name }} subscriptionType {{ name }}
    types {{ ...FullType }}
    directives {{
      name description {repeatable} locations
      args{directive_arguments} {{ ...InputValue }}
    }}
  }}
}}
fragment FullType on __Type {{
  kind name description {specified_by} {one_of}
  fields(includeDeprecated: true) {{
    name description isDeprecated deprecationReason
    args{field_arguments} {{ ...InputValue }}
    type {{ ...TypeRef }}
  }}
  inputFields{input_fields} {{ ...InputValue }}
  interfaces {{ ...TypeRef }}
  enumValues(includeDeprecated: true) {{ name description isDeprecated deprecationReason }}
  possibleTypes {{ ...TypeRef }}
}}
fragment InputValue on __InputValue {{
  name description type {{ ...TypeRef }} defaultValue {is_deprecated} {reason}
}}
fragment TypeRef on __Type {{ {of_type} }}
",
            description = asks(&DESCRIPTION, "description"),
            repeatable = asks(&REPEATABLE, "isRepeatable"),
            directive_arguments = deprecated(&DIRECTIVE_ARGUMENTS),
            specified_by = match asks(&SPECIFIED_BY, "specifiedByURL") {
                "" => asks(&SPECIFIED_BY_OF_15, "specifiedByUrl"),
                asked => asked,
            },
            one_of = asks(&ONE_OF, "isOneOf"),
            field_arguments = deprecated(&FIELD_ARGUMENTS),
            input_fields = deprecated(&INPUT_FIELDS),
            is_deprecated = asks(&IS_DEPRECATED, "isDeprecated"),
            reason = asks(&REASON, "deprecationReason"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{Edition, Form};

    fn refused(form: &mut Form, messages: &[&str]) -> String {
        let messages: Vec<String> = messages.iter().map(|text| (*text).to_owned()).collect();
        assert!(form.reduce(&messages), "{messages:?}");
        form.level().to_string()
    }

    #[test]
    fn what_a_refusal_names_is_left_out_and_nothing_else() {
        let mut form = Form::of(Edition::September2025);
        assert_eq!(form.level().to_string(), "2025");
        let other_words = ["Unknown field \"isOneOf\" on type \"__Type\"."];
        assert_eq!(refused(&mut form, &other_words), "2025 without __Type.isOneOf");
        let one = ["Unknown argument \"includeDeprecated\" on field \"args\" of type \"__Field\"."];
        assert_eq!(
            refused(&mut form, &one),
            "2025 without __Type.isOneOf, __Field.args(includeDeprecated:)"
        );
        assert!(form.document().contains("inputFields(includeDeprecated: true)"));
        assert!(form.document().contains("description isRepeatable locations"));
    }

    #[test]
    fn the_older_spelling_is_asked_where_it_is_suggested() {
        let mut form = Form::of(Edition::September2025);
        let suggestion = "Cannot query field \"specifiedByURL\" on type \"__Type\". Did you mean \"specifiedByUrl\"?";
        let one_of = "Cannot query field \"isOneOf\" on type \"__Type\".";
        assert_eq!(refused(&mut form, &[suggestion, one_of]), "2025 without __Type.isOneOf");
        assert!(form.document().contains("description specifiedByUrl"), "{}", form.document());
        let no = "Cannot query field \"specifiedByUrl\" on type \"__Type\".";
        let level = "2025 without __Type.specifiedByURL, __Type.isOneOf";
        assert_eq!(refused(&mut form, &[no]), level);
    }

    #[test]
    fn a_refusal_without_names_costs_an_edition() {
        let mut form = Form::of(Edition::September2025);
        assert_eq!(refused(&mut form, &["Validation failed."]), "2021");
        assert_eq!(refused(&mut form, &[]), "2018");
        assert!(!form.reduce(&["Validation failed.".to_owned()]));
        // A suggestion is not a refusal.
        let mut form = Form::of(Edition::September2025);
        let suggestion =
            "Cannot query field \"isOneOf\" on type \"__Type\". Did you mean \"specifiedByURL\"?";
        assert_eq!(refused(&mut form, &[suggestion]), "2025 without __Type.isOneOf");
    }
}
