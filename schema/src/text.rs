//! Names in kebab-case, and invisible characters.

/// A name in kebab-case: `workspaceUuid` is `workspace-uuid`.
pub fn kebab(name: &str) -> String {
    let mut kebab = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
    }
    kebab
}

/// Whether a character is invisible and may change how others are shown. Control characters do not count.
pub const fn is_invisible(letter: char) -> bool {
    turns_text(letter)
        || matches!(
            letter,
            '\u{200b}'..='\u{200d}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Whether a character changes the direction of text.
pub const fn turns_text(letter: char) -> bool {
    matches!(
        letter,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

#[cfg(test)]
mod tests {
    use super::{is_invisible, kebab, turns_text};

    #[test]
    fn names_have_two_spellings() {
        assert_eq!(kebab("workspaceUuid"), "workspace-uuid");
        assert_eq!(kebab("AirflowRelease"), "airflow-release");
        assert_eq!(kebab("airflow_version"), "airflow_version");
    }

    #[test]
    fn invisible_characters_are_recognized() {
        for letter in "\u{61c}\u{200b}\u{202e}\u{2028}\u{2066}\u{feff}\u{e0041}".chars() {
            assert!(is_invisible(letter), "{letter:?}");
        }
        assert!(!" \u{a0}ä漢-\n".chars().any(is_invisible));
        assert!(turns_text('\u{61c}') && !turns_text('\u{200b}'));
    }
}
