//! The numbers in JSON text, as they are written.

/// Whether a text is a number in JSON notation.
pub(super) fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    let exponent = exponent.map(|exponent| exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

/// The numbers of valid JSON text, in their order, each with its place.
pub(super) fn numbers(text: &str) -> Vec<(usize, &str)> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| matches!(letter, '"' | '-' | '0'..='9')) {
        rest = &rest[at..];
        if let Some(string) = rest.strip_prefix('"') {
            let mut is_escaped = false;
            let end = string.find(|letter: char| {
                let ends = letter == '"' && !is_escaped;
                is_escaped = letter == '\\' && !is_escaped;
                ends
            });
            rest = end.map_or("", |end| &string[end + 1..]);
        } else {
            let is_part = |letter: char| matches!(letter, '+' | '-' | '.' | 'e' | 'E' | '0'..='9');
            let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
            numbers.push((text.len() - rest.len(), &rest[..end]));
            rest = &rest[end..];
        }
    }
    numbers
}
