//! What is left of a text, so that a form of a secret can be compared with it.

use houston_schema::text::is_invisible;

/// What is left of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// Its bytes as they are.
    Exact,
    /// Its characters, without escapes and without what is not shown.
    Plain,
    /// Its letters of Base64.
    Base64,
    /// Its digits of hex.
    Hex,
}

impl View {
    pub(super) const ALL: [View; 4] = [View::Exact, View::Plain, View::Base64, View::Hex];

    /// The bytes that it has of a text, and where each one comes from.
    pub(super) fn of(self, text: &str) -> (Vec<u8>, Vec<u32>) {
        let (mut left, mut origins) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < text.len() {
            let (letter, next) = match self {
                View::Exact => (Some(Letter::Byte(text.as_bytes()[at])), at + 1),
                _ => element(text, at),
            };
            // No text has 4 GiB.
            let origin = u32::try_from(at).unwrap_or(u32::MAX);
            let follows_zero = at > 0 && text.as_bytes()[at - 1] == b'0';
            at = next;
            let mut keep = |bytes: &[u8]| {
                left.extend_from_slice(bytes);
                origins.resize(left.len(), origin);
            };
            match (self, letter) {
                (_, None) => {}
                (View::Exact | View::Plain, Some(letter)) => match letter {
                    Letter::Byte(byte) => keep(&[byte]),
                    Letter::Char(letter) => keep(letter.encode_utf8(&mut [0; 4]).as_bytes()),
                },
                (View::Base64, Some(letter)) => match letter.byte() {
                    b'-' => keep(b"+"),
                    b'_' => keep(b"/"),
                    byte if byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/') => {
                        keep(&[byte]);
                    }
                    _ => {}
                },
                (View::Hex, Some(letter)) => match letter.byte().to_ascii_lowercase() {
                    // `0x` in front of digits.
                    b'x' if follows_zero && left.last() == Some(&b'0') => {
                        left.pop();
                        origins.pop();
                    }
                    byte if byte.is_ascii_hexdigit() => {
                        left.push(byte);
                        origins.push(origin);
                    }
                    _ => {}
                },
            }
        }
        (left, origins)
    }

    /// Where the part of the text ends that gives the byte from this place.
    pub(super) fn end(self, text: &str, origin: usize) -> usize {
        match self {
            View::Exact => origin + 1,
            _ => element(text, origin).1,
        }
    }
}

/// A character, or a byte of one.
enum Letter {
    Char(char),
    Byte(u8),
}

impl Letter {
    /// The byte of an ASCII character; of others, one that is neither a letter nor a digit.
    fn byte(&self) -> u8 {
        match self {
            Letter::Byte(byte) => *byte,
            Letter::Char(letter) => {
                u8::try_from(*letter).ok().filter(u8::is_ascii).unwrap_or_default()
            }
        }
    }
}

/// What the text has at a place, without its escapes; none for what is not shown. Also returns where the next one begins.
fn element(text: &str, at: usize) -> (Option<Letter>, usize) {
    let rest = &text[at..];
    let Some(first) = rest.chars().next() else { return (None, at + 1) };
    let escaped = match first {
        '\\' => Some(escape(rest)),
        '%' => percent(rest),
        '&' => entity(rest),
        _ => None,
    };
    let (letter, length) = escaped.unwrap_or((Letter::Char(first), first.len_utf8()));
    let letter = match letter {
        Letter::Char('\\') | Letter::Byte(b'\\') => None,
        Letter::Char(letter) if letter.is_control() || is_invisible(letter) => None,
        Letter::Char(letter) if letter.is_whitespace() => Some(Letter::Char(' ')),
        Letter::Byte(byte) if byte.is_ascii_control() => None,
        letter => Some(letter),
    };
    (letter, at + length)
}

/// An escape of JSON, whose backslash may be escaped again; or backslashes alone.
fn escape(rest: &str) -> (Letter, usize) {
    let behind = rest.trim_start_matches('\\');
    let slashes = rest.len() - behind.len();
    let unit = |text: &str| u16::from_str_radix(text.strip_prefix('u')?.get(..4)?, 16).ok();
    match (behind.bytes().next(), unit(behind)) {
        (Some(b'n' | b'r' | b't' | b'b' | b'f'), _) => (Letter::Char('\n'), slashes + 1),
        (_, Some(first)) => {
            let second = behind[5..].trim_start_matches('\\');
            let pair = char::decode_utf16([first, unit(second).unwrap_or_default()]).next();
            match (char::from_u32(first.into()), pair) {
                (None, Some(Ok(letter))) => (Letter::Char(letter), rest.len() - second.len() + 5),
                (letter, _) => (Letter::Char(letter.unwrap_or('\\')), slashes + 5),
            }
        }
        _ => (Letter::Char('\\'), slashes),
    }
}

/// A byte of a URL, whose percent sign may be escaped again.
fn percent(rest: &str) -> Option<(Letter, usize)> {
    let digits = rest[1..].trim_start_matches("25");
    let escaped = rest.len() - digits.len();
    let is_hex = digits.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    match u8::from_str_radix(digits.get(..2).filter(|_| is_hex).unwrap_or_default(), 16) {
        Ok(byte) => Some((Letter::Byte(byte), escaped + 2)),
        Err(_) => (escaped > 1).then_some((Letter::Byte(b'%'), escaped)),
    }
}

/// A character of HTML.
fn entity(rest: &str) -> Option<(Letter, usize)> {
    let end = rest.bytes().take(12).position(|byte| byte == b';')?;
    let letter = match &rest[1..end] {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        name => {
            let number = name.strip_prefix('#')?;
            let number = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(number.ok()?)?
        }
    };
    Some((Letter::Char(letter), end + 1))
}
