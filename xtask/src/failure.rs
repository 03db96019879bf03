//! How a command ends that did not do what it was asked.

use houston_codegen::introspection::Refusal;

/// An exit code, and what is written on stderr.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) code: u8,
    pub(crate) text: String,
}

/// Something of this workspace: a file that cannot be read, a schema that is none.
pub(crate) const FAILED: u8 = 1;
/// The words of the call make no sense together.
pub(crate) const USAGE: u8 = 2;
/// Who asks is not known, or may not.
pub(crate) const NOT_ALLOWED: u8 = 3;
/// The server refused the introspection query.
pub(crate) const REFUSED: u8 = 4;
/// No connection.
pub(crate) const NOT_REACHED: u8 = 6;
/// The answer did not come, or not whole.
pub(crate) const BROKE_OFF: u8 = 7;
/// `regenerate` did everything, and left something for people to do.
pub(crate) const TO_DO: u8 = 8;
/// `diff` found what it was told to fail on.
pub(crate) const DRIFT: u8 = 12;
/// TLS: a certificate that is not trusted, or something that speaks no TLS.
pub(crate) const TLS: u8 = 20;
/// A page instead of JSON.
pub(crate) const HTML: u8 = 21;
/// Introspection is switched off.
pub(crate) const SWITCHED_OFF: u8 = 22;
/// JSON or text that is no answer of GraphQL.
pub(crate) const NOT_GRAPHQL: u8 = 23;
/// The answer is no valid schema.
pub(crate) const INVALID: u8 = 24;
/// The answer is too big, or nests too deep.
pub(crate) const TOO_LARGE: u8 = 25;
/// The schema file cannot be written.
pub(crate) const NOT_WRITTEN: u8 = 26;

/// The codes, for the help.
pub(crate) const CODES: &str = "\
Exit codes:
   0  done
   1  a file cannot be read, or a schema is none
   2  the words of the call
   3  not signed in, or not allowed
   4  the server refused the introspection query
   6  no connection
   7  the answer did not come, or not whole
   8  done, and something is left to do by hand: the summary says what (regenerate)
  12  the schemas differ (diff)
  20  TLS
  21  a page instead of JSON
  22  introspection is switched off
  23  no answer of GraphQL
  24  the answer is no valid schema
  25  the answer is too big, or nests too deep
  26  the schema file cannot be written";

impl Failure {
    pub(crate) fn new(code: u8, text: impl Into<String>) -> Self {
        Failure { code, text: text.into() }
    }
}

/// Without a code of its own.
impl From<String> for Failure {
    fn from(text: String) -> Self {
        Failure::new(FAILED, text)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let code = match &refusal {
            Refusal::NotSignedIn(_) | Refusal::NotAllowed(_) => NOT_ALLOWED,
            Refusal::Html(_) => HTML,
            Refusal::SwitchedOff(_) => SWITCHED_OFF,
            Refusal::NotGraphQl(_) => NOT_GRAPHQL,
            Refusal::InvalidSchema(_) => INVALID,
            Refusal::TooBig | Refusal::TooDeep(_) => TOO_LARGE,
            // What may be added is about the server, too.
            _ => REFUSED,
        };
        Failure::new(code, format!("error: {refusal}"))
    }
}
