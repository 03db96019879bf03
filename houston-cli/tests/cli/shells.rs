//! Completions and pages of the manual in real programs: no text of a schema runs there.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::environment::Environment;

/// Descriptions that would create the file `ran`, if a program took them for code.
const TEXTS: [&str; 9] = [
    "$(touch ran)",
    "`touch ran`",
    "'; touch ran; '",
    r#"\"; touch ran; \""#,
    "]:x:($(touch ran))",
    r"\\' $(touch ran) \\\\' (touch ran)",
    "a' (touch ran) 'b (touch ran)",
    "${x:-$(touch ran)}",
    "{a,b};touch ran #",
];

fn schema() -> String {
    let all = TEXTS.join(" ");
    let lines = "\"\"\"\na\n.sy touch ran\n'sy touch ran\n\\X'x' \\n(.g\n.pso touch ran\n\"\"\"";
    let each: String = TEXTS
        .iter()
        .enumerate()
        .map(|(at, text)| format!("\"{text}\" a{at}: E = A @deprecated(reason: \"{text}\")\n"))
        .collect();
    format!(
        "{lines} type Query {{ \"{all}\" evil({each} \"{all}\" last: String): Int @deprecated(reason: \"{all}\") }}
        \"{all}\" enum E {{ \"{all}\" A \"{all}\" B @deprecated(reason: \"{all}\") }}"
    )
}

/// Runs a program in a directory; none if it is not installed.
fn ran(directory: &Path, words: &[&str]) -> Option<String> {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).current_dir(directory).stdin(Stdio::null());
    let output = command.output().ok()?;
    Some(String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

const BASH: &str = r#"
source completions.bash
for line in "houston " "houston ev" "houston evil " "houston evil --" "houston evil --a0 " "houston describe "; do
    read -ra COMP_WORDS <<< "$line"
    [[ $line == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _houston houston "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    echo "$line: ${COMPREPLY[*]}"
done
"#;

const FISH: &str = r#"
source completions.fish
for line in "houston " "houston ev" "houston evil " "houston evil --" "houston evil --a0 " "houston describe "
    echo "$line: "(complete -C "$line")
end
"#;

#[test]
fn no_text_of_a_schema_runs() {
    let user = Environment::new();
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("schema.graphql"), schema()).unwrap();
    let schema = path("schema.graphql");
    let schema = ["--schema", schema.to_str().unwrap()];
    for shell in ["bash", "zsh", "fish"] {
        let ran = user.run(&[&["completions", shell][..], &schema].concat());
        assert_eq!(ran.code, 0, "{ran}");
        fs::write(path(&format!("completions.{shell}")), ran.stdout).unwrap();
    }
    let pages = path("pages");
    assert_eq!(user.run(&[&["man", pages.to_str().unwrap()][..], &schema].concat()).code, 0);
    let mut told = Vec::new();
    for words in [
        &["bash", "--norc", "-c", BASH][..],
        &["zsh", "-f", "-c", "autoload -U compinit; compinit -u -D; source completions.zsh"],
        &["fish", "--no-config", "-c", FISH],
        &["groff", "-U", "-man", "-Tutf8", "pages/houston-evil.1"],
        &["man", "-l", "pages/houston-evil.1"],
    ] {
        told.push(ran(folder.path(), words).map(|told| {
            assert!(!path("ran").exists(), "{words:?}: {told}");
            assert!(!told.contains("syntax error") && !told.contains("parse error"), "{told}");
            told
        }));
    }
    // The others may not be installed.
    if let Some(told) = &told[0] {
        assert!(told.contains("houston ev: evil") && told.contains("--a0 : A B"), "{told}");
    }
}

/// Names of a schema reach a shell as they are, so no other names are taken.
#[test]
fn a_name_is_a_name() {
    let user = Environment::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("schema.json");
    let ty = |ty: &str| format!(r#"{{"kind":"SCALAR","name":"{ty}"}}"#);
    for name in ["$(touch ran)", "`id`", "a b", "a'b", "-x", "a;b", "a\\nb", "\u{e9}"] {
        for (operation, argument, value) in [(name, "a", "A"), ("e", name, "A"), ("e", "a", name)] {
            let json = format!(
                r#"{{"data":{{"__schema":{{"queryType":{{"name":"Query"}},"types":[
                {{"kind":"OBJECT","name":"Query","fields":[{{"name":"{operation}","type":{int},
                "args":[{{"name":"{argument}","type":{{"kind":"ENUM","name":"E"}}}}]}}]}},
                {{"kind":"ENUM","name":"E","enumValues":[{{"name":"{value}"}}]}},{int},{boolean},{string}]}}}}}}"#,
                int = ty("Int"),
                boolean = ty("Boolean"),
                string = ty("String"),
            );
            fs::write(&path, json).unwrap();
            let ran = user.run(&["completions", "bash", "--schema", path.to_str().unwrap()]);
            assert!(ran.code == 2 && ran.stdout.is_empty(), "{name}: {ran}");
        }
    }
}
