//! What an answer says that is not a GraphQL answer.

use super::text::{clean, cut};
use crate::secrets::Secrets;
use crate::status::status_name;
use crate::token::Token;
use crate::transport::Reply;

/// What is wanted of an answer.
pub(crate) const ANSWER: &str = "a GraphQL answer";

/// The maximum length of a text that is quoted, in bytes.
const QUOTED: usize = 120;

impl Reply {
    /// Describes a reply that is not a GraphQL answer, in one line: its status, and the title of a web page or the
    /// beginning of another text. Copies of the token are replaced.
    pub fn described(&self, token: Option<&Token>) -> String {
        let tokens = token.map(std::slice::from_ref).unwrap_or_default();
        let secrets = Secrets { tokens, ..Secrets::default() };
        let body = String::from_utf8_lossy(&self.body);
        let redaction = secrets.redaction();
        described(self.status, &redaction.of(&clean(&redaction.of(&body))), ANSWER)
    }
}

/// The status with its name, and what the body is, in one line. `body` has neither secrets nor control characters.
pub(super) fn described(status: u16, body: &str, wanted: &str) -> String {
    let status = match status_name(status) {
        Some(name) => format!("HTTP status {status} ({name})"),
        None => format!("HTTP status {status}"),
    };
    let body = body.trim();
    match (body.starts_with('<'), title(body)) {
        _ if body.is_empty() => format!("{status} and no body instead of {wanted}"),
        (true, Some(title)) => {
            format!("{status} and the web page `{title}` instead of {wanted}")
        }
        (true, None) => format!("{status} and a web page instead of {wanted}"),
        (false, _) => {
            format!("{status} and other text instead of {wanted}: {}", quoted(body))
        }
    }
}

/// The title of a page of HTML.
fn title(page: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    let tag = lower.find("<title")?;
    let start = tag + lower[tag..].find('>')? + 1;
    let end = start + lower[start..].find("</title")?;
    let words: Vec<&str> = page[start..end].split_whitespace().collect();
    let title = words.join(" ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    (!title.is_empty()).then(|| quoted(&title))
}

/// The beginning of a text, up to the end of a word.
fn quoted(text: &str) -> String {
    let short = cut(text, QUOTED);
    if short.len() == text.len() {
        return text.to_owned();
    }
    let end = short.rfind(' ').unwrap_or(short.len());
    format!("{}…", short[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::{ANSWER, described, quoted};

    #[test]
    fn a_page_is_described_by_its_title() {
        let long = "word ".repeat(40);
        for (body, expected) in [
            ("", "no body instead of a GraphQL answer"),
            (
                "<html><TITLE lang='en'> 502  Bad &amp; Gateway </Title><body>x",
                "the web page `502 Bad & Gateway` instead of a GraphQL answer",
            ),
            ("<!doctype html><h1>Down</h1>", "a web page instead of a GraphQL answer"),
            ("<html><title></title>", "a web page instead of a GraphQL answer"),
            ("<html><title>x", "a web page instead of a GraphQL answer"),
            ("no healthy upstream", "other text instead of a GraphQL answer: no healthy upstream"),
            (
                "\u{130}<title>x</title>",
                "other text instead of a GraphQL answer: \u{130}<title>x</title>",
            ),
        ] {
            assert_eq!(
                described(502, body, ANSWER),
                format!("HTTP status 502 (Bad Gateway) and {expected}")
            );
        }
        assert!(
            described(599, &long, ANSWER).ends_with(" word…"),
            "{}",
            described(599, &long, ANSWER)
        );
        assert!(described(599, &format!("<title>{long}</title>"), ANSWER).contains("word…`"));
        assert_eq!(quoted(&"x".repeat(200)).len(), 120 + '…'.len_utf8());
    }
}
