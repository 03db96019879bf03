use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD};

use super::Redaction;

const TOKEN: &str =
    "eyJhbGciOiJIUzI1NiJ9.eyJpZCI6ImNrMCIsImlhdCI6MTcwMDAwMDAwMH0.c2lnbmF0dXJlLW9mLXRva2Vu";
const KEY: &str = "0123456789abcdef0123456789abcdef";

fn redaction(secret: &str, parts: bool) -> Redaction {
    let mut redaction = Redaction::default();
    redaction.add(secret, parts, "(secret)");
    redaction.ready()
}

fn between(text: &str, by: &str) -> String {
    text.chars().map(|letter| format!("{letter}{by}")).collect()
}

fn hex(text: &str, each: &str) -> String {
    text.bytes().map(|byte| format!("{each}{byte:02x}")).collect()
}

fn lines(text: &str, width: usize, by: &str) -> String {
    let lines: Vec<&str> =
        text.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).unwrap()).collect();
    lines.join(by)
}

/// The text in forms that a server or a proxy may give it.
fn forms(secret: &str) -> Vec<String> {
    let json = |text: &str| serde_json::to_string(text).unwrap();
    let base64 = |text: &str| BASE64_STANDARD.encode(text);
    let url = |text: &str| BASE64_URL_SAFE_NO_PAD.encode(text);
    vec![
        secret.to_owned(),
        json(secret),
        json(&json(&json(secret))),
        between(secret, "\u{200b}"),
        between(secret, "\u{1b}"),
        between(secret, "\r"),
        between(secret, "\u{e0041}\u{2028}"),
        json(&between(secret, "\u{202e}")),
        between(secret, r"\u200b"),
        between(secret, r"\udb40\udc41"),
        secret.chars().map(|letter| format!("\\u{:04X}", u32::from(letter))).collect(),
        secret.chars().map(|letter| format!("\\\\u{:04x}", u32::from(letter))).collect(),
        secret.chars().map(|letter| format!("&#{};", u32::from(letter))).collect(),
        secret.chars().map(|letter| format!("&#x{:x};", u32::from(letter))).collect(),
        hex(secret, "%"),
        hex(secret, "%").to_uppercase(),
        hex(secret, "%25"),
        hex(secret, "%2525"),
        hex(secret, ""),
        hex(secret, "").to_uppercase(),
        hex(secret, ":"),
        hex(secret, " "),
        hex(secret, r"\x"),
        hex(secret, ", 0x"),
        base64(secret),
        base64(&format!("a{secret}")),
        base64(&format!("ab{secret}c")),
        base64(&format!("user:{secret}\n")),
        base64(&format!("Bearer {secret}")),
        url(secret),
        url(&format!("\u{ff}\u{fe}{secret}?")),
        base64(secret).replace('+', "%2B").replace('/', "%2F").replace('=', "%3D"),
        lines(&base64(secret), 16, "\n"),
        lines(&base64(secret), 10, "\r\n  "),
        json(&lines(&base64(secret), 12, "\n")),
        lines(&base64(secret), 11, "\",\n  \""),
    ]
}

/// What is left of a secret may not give any of its bytes back.
#[test]
fn a_secret_is_found_in_every_form() {
    for (secret, parts) in [
        (TOKEN, true),
        (KEY, true),
        ("canary", true),
        ("hunter2", false),
        (r#"a"b\c d"#, false),
        // Base64 has letters for it that are others in a URL.
        ("0~~~~???0", false),
    ] {
        let redaction = redaction(secret, parts);
        for form in forms(secret) {
            for text in [form.clone(), format!("{{\"x\": \"{form}\"}}"), format!("ä{form}ä")] {
                let shown = redaction.of(&text).into_owned();
                assert!(shown.contains("(secret)"), "{secret}: {text}: {shown}");
                let rest = shown.replace("(secret)", "");
                assert!(rest.len() <= 24, "{secret}: {text}: {shown}");
            }
        }
    }
}

#[test]
fn a_character_of_a_secret_can_be_written_otherwise() {
    for (secret, text) in [
        ("night owl", "night\u{a0}owl"),
        ("night owl", "night%20owl"),
        ("nightowl", "night%00owl"),
        ("50%zz-owl", "50%25zz-owl"),
        ("night&owl", "night&amp;owl"),
    ] {
        assert_eq!(redaction(secret, false).of(text), "(secret)", "{text}");
    }
}

/// What stands around a secret can read as one escape with a part of it.
#[test]
fn a_secret_as_it_is_ends_where_it_ends() {
    for (secret, text, shown) in [
        ("nightowl", r"C:\nightowl", r"C:\(secret)"),
        ("u0041-owl", r"\u0041-owl!", r"\(secret)!"),
        ("50%off%", "50%off%41", "(secret)41"),
    ] {
        assert_eq!(redaction(secret, true).of(text), shown);
        assert_eq!(redaction(secret, false).of(text), shown);
    }
}

/// In Base64, a letter that has bits of other bytes as well may stay.
#[test]
fn every_letter_of_a_secret_alone_is_replaced() {
    for secret in [&TOKEN[..30], &TOKEN[..31], &TOKEN[..32]] {
        for before in ["", "a", "ab"] {
            let text = BASE64_STANDARD_NO_PAD.encode(format!("{before}{secret}"));
            let begun = [0, 2, 3][before.len()];
            let ended = usize::from((before.len() + secret.len()) % 3 != 0);
            let expected = format!("{}(secret){}", &text[..begun], &text[text.len() - ended..]);
            for parts in [true, false] {
                assert_eq!(redaction(secret, parts).of(&text), expected, "{before} {secret}");
            }
        }
    }
}

#[test]
fn each_line_of_a_wrapped_text_is_found_alone() {
    let redaction = redaction(TOKEN, true);
    for width in [64, 76, 32] {
        let wrapped = lines(&BASE64_STANDARD.encode(format!("Bearer {TOKEN}")), width, "\n");
        // The last line may be too short to tell anything.
        for line in wrapped.lines().filter(|line| line.len() >= 32) {
            let shown = redaction.of(line);
            assert!(shown.contains("(secret)") && shown.len() <= 24, "{line}: {shown}");
        }
    }
    for cut in [&TOKEN[..40], &TOKEN[30..], &TOKEN[20..60]] {
        assert!(redaction.of(cut).len() <= 24, "{cut}: {}", redaction.of(cut));
    }
}

#[test]
fn other_text_stays() {
    let text = r#"{"a": "C:\\new\u0041", "b": "100%25 of 0x1f", "c": "YWJjZGVm", "d": "&amp;&&;"}"#;
    for secret in [TOKEN, KEY, "canary", "newer", "T"] {
        assert_eq!(redaction(secret, true).of(text), text);
    }
    assert_eq!(redaction("", true).of("a b"), "a b");
    // Inside a word, a very short one is there by chance.
    assert_eq!(redaction("T", true).of("T, (T) TT"), "(secret), ((secret)) TT");
    // A part counts only if that is asked for.
    assert_eq!(redaction(TOKEN, false).of(&TOKEN[..40]), &TOKEN[..40]);
}

#[test]
fn a_secret_of_four_letters_is_found_in_words_and_one_of_three_is_not() {
    assert_eq!(redaction("abcd", false).of("xabcdx"), "x(secret)x");
    assert_eq!(redaction("abc", false).of("xabcx abc"), "xabcx (secret)");
    assert!(Redaction::default().is_empty());
    for secret in ["abc", "abcd"] {
        let redaction = redaction(secret, false);
        assert!(!redaction.is_empty());
        assert_eq!(format!("{redaction:?}"), "Redaction");
    }
}

#[test]
fn several_secrets_are_found_at_once() {
    let mut redaction = Redaction::default();
    redaction.add("hunter2", false, "(one)");
    redaction.add("hunter22", false, "(two)");
    redaction.add("\u{e9}t\u{e9}-2026", false, "(three)");
    let redaction = redaction.ready();
    assert_eq!(
        redaction.of("hunter22 hunter2 %C3%A9t%c3%a9-2026 \\u00e9t\u{e9}-2026"),
        "(two) (one) (three) (three)"
    );
}

/// A renewed token begins as the old one, and only its end may differ.
#[test]
fn what_secrets_have_in_common_hides_none_of_them() {
    let common = &TOKEN[..40];
    let [old, new] = [format!("{common}-the-old-one"), format!("{common}-new-1")];
    let mut redaction = Redaction::default();
    redaction.add(&old, true, "(old)");
    redaction.add(&new, true, "(new)");
    let redaction = redaction.ready();
    for text in [new.clone(), format!("{old}{new}"), format!("{new} {old}"), forms(&new).concat()] {
        let shown = redaction.of(&text).into_owned();
        assert!(!shown.contains("new-1") && !shown.contains("the-old"), "{text}: {shown}");
    }
    // The end of one is the beginning of the other.
    let [one, other] = [format!("first-{common}"), format!("{common}-last")];
    let mut redaction = Redaction::default();
    redaction.add(&one, true, "(one)");
    redaction.add(&other, true, "(other)");
    let text = format!("first-{common}-last");
    assert_eq!(redaction.ready().of(&text), "(one)");
}

/// A text cannot make the search slow.
#[test]
fn the_time_grows_with_the_text_alone() {
    let mut redaction = Redaction::default();
    for number in 0..2_000 {
        redaction.add(&format!("secret number {number}"), false, "(secret)");
    }
    redaction.add(TOKEN, true, "(token)");
    let redaction = redaction.ready();
    let started = std::time::Instant::now();
    for part in ["\\", "%25", "&", "a", &TOKEN[..80], "secret number ", "\\ud800", "\u{200b}"] {
        redaction.of(&part.repeat((1 << 18) / part.len()));
    }
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}
