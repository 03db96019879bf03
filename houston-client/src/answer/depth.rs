//! The depth of an answer.

use crate::transport::{Cause, Failure, Fault, Reply};

/// The number of levels that an answer may have. serde_json reads no more.
const LEVELS: usize = 127;

/// Fails for an answer that is nested deeper than the levels that are read: parts of it would pass unread.
pub(super) fn checked(reply: Reply) -> Result<Reply, Failure> {
    if is_too_deep(&reply.body) {
        return Err(Failure::Lost(Box::new(Fault::from(Cause::TooDeep(LEVELS)))));
    }
    Ok(reply)
}

/// Whether an answer is nested deeper than the levels that are read.
pub(super) fn is_too_deep(body: &[u8]) -> bool {
    let is_object = body.iter().find(|byte| byte.is_ascii_graphic()) == Some(&b'{');
    is_object && is_deeper(body, LEVELS)
}

/// Whether a JSON text has more levels than this.
fn is_deeper(body: &[u8], levels: usize) -> bool {
    // Few brackets make few levels, wherever they stand. Counting all of them is many times as fast as reading.
    let count =
        |piece: &[u8]| piece.iter().map(|byte| u8::from(matches!(byte, b'{' | b'['))).sum::<u8>();
    let brackets: usize =
        body.chunks(usize::from(u8::MAX)).map(|piece| usize::from(count(piece))).sum();
    brackets > levels && is_nested_deeper(body, levels)
}

fn is_nested_deeper(body: &[u8], levels: usize) -> bool {
    let mut depth = 0_usize;
    let mut bytes = body.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' | b'[' if depth == levels => return true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => loop {
                match bytes.next() {
                    None | Some(b'"') => break,
                    Some(b'\\') => drop(bytes.next()),
                    Some(_) => {}
                }
            },
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{is_deeper, is_nested_deeper};

    #[test]
    fn brackets_count_outside_of_texts() {
        for (text, levels) in [
            ("1", 0),
            ("[]", 1),
            ("[[],[]]", 2),
            (r#"{"a":[{}]}"#, 3),
            (r#"["[[[", "\"[[["]"#, 1),
            (r#"["\\",[1]]"#, 2),
            (r#"["\\\"[",1]"#, 1),
        ] {
            assert!(!is_deeper(text.as_bytes(), levels), "{text}");
            assert!(levels == 0 || is_deeper(text.as_bytes(), levels - 1), "{text}");
            assert!(!is_nested_deeper(text.as_bytes(), levels), "{text}");
        }
    }
}
