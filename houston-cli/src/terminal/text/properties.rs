//! Properties of text: none steers a terminal, and a word of a shell is that text.

use std::process::Command;

use houston_schema::text::is_invisible;
use houston_tests::property::{cases, text};
use proptest::collection::vec;
use proptest::prelude::*;

use super::{plain, quoted, short, visible, without_controls, word};

/// The words that a shell makes of a line.
#[cfg(unix)]
fn words(shell: &str, line: &str) -> Vec<String> {
    let ran = Command::new(shell).args(["-c", &format!("printf '%s\\0' {line}")]).output().unwrap();
    assert!(ran.status.success(), "{line}\n{ran:?}");
    let words = String::from_utf8(ran.stdout).unwrap();
    words.split_terminator('\0').map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn no_text_steers_a_terminal(texts in vec(text(), 1..20)) {
        for text in texts {
            for shown in [plain(&text), short(&text), visible(&text), without_controls(&text)] {
                let steers = |letter: char| letter != '\n' && letter.is_control() || is_invisible(letter);
                prop_assert!(!shown.contains(steers), "{shown:?}");
            }
            prop_assert!(!plain(&text).contains('\n') && !visible(&text).contains('\n'));
            prop_assert!(short(&text).chars().count() <= 61);
            // What is safe stays as it is.
            let harmless = plain(&text);
            prop_assert_eq!(&plain(&harmless), &harmless);
            prop_assert_eq!(&without_controls(&harmless), &harmless);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_text_is_one_word_of_a_shell(texts in vec(text(), 1..20)) {
        let texts: Vec<String> = texts.into_iter().map(|text| text.replace('\0', "0")).collect();
        for write in [word, quoted] {
            let line = texts.iter().map(|text| write(text)).collect::<Vec<_>>().join(" ");
            for shell in ["sh", "bash"] {
                if shell == "sh" || houston_tests::installed::has_program(shell) {
                    prop_assert_eq!(&words(shell, &line), &texts, "{}", shell);
                }
            }
        }
    }
}
