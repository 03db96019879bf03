//! Properties of env files: a value in quotes is that value, and no message has a part of a value.

use std::io::Write as _;
use std::process::{Command, Stdio};

use houston_tests::installed::{is_installed, workspace};
use houston_tests::property::{cases, text};
use proptest::collection::vec;
use proptest::prelude::*;

use super::{Variable, read};

fn check(name: &str) -> Option<String> {
    let fits = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
    (!name.chars().all(fits)).then(|| "bad name".to_owned())
}

/// The value as it can stand behind `=`.
fn written(value: &str, way: u8) -> String {
    let single = !value.contains('\\');
    match way {
        0 if single => format!("'{}'", value.replace('\'', "\\'")),
        1 if value.chars().all(|letter| letter.is_ascii_alphanumeric()) => value.to_owned(),
        _ => {
            let mut quoted = String::from('"');
            for letter in value.chars() {
                match letter {
                    '"' | '\\' | '$' => quoted.extend(['\\', letter]),
                    '\n' if way == 2 => quoted += "\\n",
                    '\r' if way == 2 => quoted += "\\r",
                    letter => quoted.push(letter),
                }
            }
            quoted + "\""
        }
    }
}

/// What python-dotenv reads of each file.
fn python(files: &[String]) -> Vec<serde_json::Value> {
    const READ: &str = "import dotenv, io, json, sys\n\
        read = lambda text: dotenv.dotenv_values(stream=io.StringIO(text), interpolate=False)\n\
        print(json.dumps([read(text) for text in json.load(sys.stdin)]))";
    let mut command = Command::new(workspace().join("target/elsewhere/bin/python"));
    let command = command.args(["-c", READ]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(&serde_json::to_vec(files).unwrap()).unwrap();
    drop(input);
    let ran = child.wait_with_output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    serde_json::from_slice(&ran.stdout).unwrap()
}

proptest! {
    #![proptest_config(cases(2))]

    /// It writes `$` and, in double quotes, a backslash in another way.
    #[test]
    fn python_dotenv_reads_the_same(
        files in vec(vec((text(), 0..4_u8), 0..4), 50),
    ) {
        if !is_installed("python-dotenv", "target/elsewhere/bin/dotenv") {
            return Ok(());
        }
        let line = |(at, (value, way)): (usize, &(String, u8))| {
            format!("A{at}={}\n", written(&value.replace(['$', '\\', '\0'], "x"), *way))
        };
        let files: Vec<String> =
            files.iter().map(|file| file.iter().enumerate().map(line).collect()).collect();
        for (file, theirs) in files.iter().zip(python(&files)) {
            let ours = read(file, check).unwrap();
            let ours = ours.into_iter().map(|Variable { name, value }| (name, value.into()));
            prop_assert_eq!(serde_json::Value::Object(ours.collect()), theirs, "{}", file);
        }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_value_is_read_as_it_was_written(
        values in vec((text(), 0..4_u8), 0..5),
        between in vec(prop::sample::select(&["", "\n", "# A='x\n", " \t\n"][..]), 5),
        behind in vec(prop::sample::select(&["", " ", "\t# \"it's\" $x"][..]), 5),
    ) {
        let (mut file, mut expected) = (String::new(), Vec::new());
        for (at, (value, way)) in values.into_iter().enumerate() {
            let (name, written) = (format!("A{at}"), written(&value, way));
            let has_quotes = written.starts_with(['"', '\'']);
            let behind = if has_quotes { behind[at] } else { "" };
            let export = if way == 3 { "export " } else { "" };
            file += &format!("{}{export}{name}={written}{behind}\n", between[at]);
            expected.push(Variable { name, value });
        }
        prop_assert_eq!(read(&file, check), Ok(expected), "{}", file);
    }

    #[test]
    fn any_text_is_read_or_refused_without_its_values(
        parts in vec(prop_oneof![text(), Just("=Hunter2".to_owned()), Just("\nA".to_owned())], 0..8),
    ) {
        let file = format!("A{}", parts.concat());
        for problem in read(&file, check).err().into_iter().flatten() {
            prop_assert!(!problem.contains("Hunter2"), "{file}\n{problem}");
        }
    }
}
