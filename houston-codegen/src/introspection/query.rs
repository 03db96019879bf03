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

/// An addition of an edition to introspection: a field, or the argument `includeDeprecated` of one.
#[derive(Debug)]
pub(super) struct Feature {
    edition: Edition,
    /// `__Type.isOneOf`, or `__Type.inputFields(includeDeprecated:)`.
    coordinate: &'static str,
}

const SPECIFIED_BY: &str = "__Type.specifiedByURL";

static FEATURES: [Feature; 9] = {
    use Edition::{October2021, September2025};
    [
        Feature { edition: October2021, coordinate: "__Schema.description" },
        Feature { edition: October2021, coordinate: SPECIFIED_BY },
        Feature { edition: October2021, coordinate: "__Directive.isRepeatable" },
        Feature { edition: September2025, coordinate: "__Type.isOneOf" },
        Feature { edition: September2025, coordinate: "__InputValue.isDeprecated" },
        Feature { edition: September2025, coordinate: "__InputValue.deprecationReason" },
        Feature { edition: September2025, coordinate: "__Field.args(includeDeprecated:)" },
        Feature { edition: September2025, coordinate: "__Directive.args(includeDeprecated:)" },
        Feature { edition: September2025, coordinate: "__Type.inputFields(includeDeprecated:)" },
    ]
};

impl Feature {
    /// Whether a server's message says that it does not know this feature. Servers word it differently, except for the
    /// names.
    fn is_refused_by(&self, message: &str) -> bool {
        // The suggestion of graphql-js is not part of the refusal.
        let said = message.split("Did you mean").next().unwrap_or(message);
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let names: Vec<&str> = said.split(|letter| !is_name(letter)).collect();
        // Servers spell `specifiedByURL` in two ways.
        let has = |name: &str| names.iter().any(|named| named.eq_ignore_ascii_case(name));
        let (ty, member) = self.coordinate.split_once('.').unwrap_or_default();
        // A server that does not name a type means every type.
        let of_type = has(ty) || !names.iter().any(|name| name.starts_with("__"));
        let about = match member.strip_suffix("(includeDeprecated:)") {
            Some(field) => {
                has("includeDeprecated") && (has(field) || !has("args") && !has("inputFields"))
            }
            None => has(member),
        };
        of_type && about
    }
}

/// One form of the query: the features that it asks for.
#[derive(Clone, Debug)]
pub(super) struct Form {
    asked: Vec<&'static Feature>,
    /// The name that the query has for [`SPECIFIED_BY`].
    specified_by: &'static str,
}

impl Form {
    /// Creates the form with everything in an edition.
    pub(super) fn of(edition: Edition) -> Self {
        let asked = FEATURES.iter().filter(|feature| feature.edition <= edition).collect();
        Form { asked, specified_by: "specifiedByURL" }
    }

    pub(super) fn level(&self) -> Level {
        let newest = self.asked.iter().map(|feature| feature.edition).max();
        let edition = newest.unwrap_or(Edition::June2018);
        let refused = FEATURES.iter().filter(|feature| feature.edition <= edition);
        let refused = refused.map(|feature| feature.coordinate);
        Level { edition, refused: refused.filter(|name| !self.asks(name)).collect() }
    }

    fn asks(&self, coordinate: &str) -> bool {
        self.asked.iter().any(|feature| feature.coordinate == coordinate)
    }

    /// Leaves out the features that these messages name, or the whole newest edition if they name none.
    /// Returns whether there was anything to leave out.
    pub(super) fn reduce(&mut self, messages: &[String]) -> bool {
        let before = self.asked.len();
        self.asked.retain(|feature| !messages.iter().any(|message| feature.is_refused_by(message)));
        let fewer = self.asked.len() < before;
        let suggested = messages.iter().any(|message| message.contains("\"specifiedByUrl\"?"));
        if fewer && suggested {
            // The spelling of graphql-js 15, from before the specification.
            self.specified_by = "specifiedByUrl";
            let feature = FEATURES.iter().find(|feature| feature.coordinate == SPECIFIED_BY);
            self.asked.extend(feature);
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
        let asks = |coordinate: &str, text: &'static str| {
            if self.asks(coordinate) { text } else { "" }
        };
        let field = |coordinate: &'static str| {
            asks(coordinate, coordinate.split_once('.').unwrap_or_default().1)
        };
        let deprecated = |field: &str| {
            asks(&format!("{field}(includeDeprecated:)"), "(includeDeprecated: true)")
        };
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
            description = field("__Schema.description"),
            repeatable = field("__Directive.isRepeatable"),
            directive_arguments = deprecated("__Directive.args"),
            specified_by = asks(SPECIFIED_BY, self.specified_by),
            one_of = field("__Type.isOneOf"),
            field_arguments = deprecated("__Field.args"),
            input_fields = deprecated("__Type.inputFields"),
            is_deprecated = field("__InputValue.isDeprecated"),
            reason = field("__InputValue.deprecationReason"),
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
