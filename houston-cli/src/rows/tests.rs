//! Which arguments the rows of a file become.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;

use houston_client::SCHEMA;
use houston_client::schema::Schema;
use tempfile::TempDir;

use super::Checked;
use crate::arguments::{self, Sources};
use crate::argv::Argv;
use crate::commands::operation;
use crate::failure::Failure;
use crate::schema::fixture;
use crate::settings::options::{self, OperationOptions, Options};

/// Checks the rows of a file with this text for a call.
fn check<T>(
    schema: &Schema,
    line: &[&str],
    rows: (&str, &str),
    then: impl FnOnce(Result<Checked<'_>, Failure>, &Path) -> T,
) -> T {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join(rows.0);
    std::fs::write(&path, rows.1).unwrap();
    let (name, words) = line.split_first().unwrap();
    let operation = schema.operation(name).unwrap();
    let words = words.iter().map(OsString::from);
    let words = words.chain(["--rows".into(), path.clone().into_os_string()]);
    let mut argv = Argv::scan(words.collect(), &options::command::<OperationOptions>());
    argv.shadow(operation);
    let options: OperationOptions = options::read(name, argv.options()).unwrap();
    let options: Options = options.into();
    let command = operation::command(schema, operation);
    let words = argv.read(command, name, (schema, operation), |_| Failure::usage("refused"));
    let sources = Sources::of(&options, None);
    let collected = arguments::collect(operation, words.unwrap(), sources).unwrap();
    then(Checked::read(schema, collected, &options.rows), &path)
}

/// What each row is sent with, or why nothing is.
fn sent(schema: &Schema, line: &[&str], rows: (&str, &str)) -> String {
    check(schema, line, rows, |checked, path| {
        let mut text = match checked {
            Err(failure) => failure.to_string(),
            Ok(checked) => checked.rows().unwrap().map(|row| shown(row.unwrap())).collect(),
        };
        text = text.replace(&*path.to_string_lossy(), rows.0);
        // A path of another length is cut elsewhere.
        if let Some((_, end)) = text.split_once("the rows of `").filter(|_| !text.contains(rows.0))
        {
            text = format!("error: the rows of `{}{}", rows.0, &end[end.find('`').unwrap()..]);
        }
        text.trim_end().to_owned()
    })
}

fn shown(row: super::Row) -> String {
    let mut text = format!("{} (line {}) {}", row.number, row.line, row.key);
    for problem in &row.problems {
        write!(text, "\n  {problem}").unwrap();
    }
    for lookup in &row.lookups {
        write!(text, "\n  {} {:?}", lookup.flag, lookup.pairs.as_ref().unwrap()).unwrap();
    }
    let arguments = row.arguments.into_object();
    format!("{text}\n  {arguments}\n")
}

#[test]
fn a_cell_is_data() {
    let schema = fixture::schema();
    let cells = "label,config,emails\n\
        @/etc/passwd,,\n\
        @env:HOME,@-,@list\n\
        @find:label=a,@find:label=a,@find:label=a\n\
        {{x}},1,\"a@b.c,d@e.f\"\n\
        {label},true,\"[\"\"x,y\"\", \"\"@/etc/passwd\"\"]\"\n\
        =1+1,007,\n\
        $(x),\"{\"\"a\"\": [\"\"@env:HOME\"\", \"\"{label}\"\"]}\",\n\
        \"\"\",\"\"a\"\":\"\"\",null,\n\
        \"a\nb\",\"\"\"text\"\"\",[]\n";
    insta::assert_snapshot!(sent(&schema, &["createThing"], ("a.csv", cells)));
    let lines = r#"
        {"label": "@/etc/passwd", "config": {"a": "@env:HOME", "b": "{label}", "c": 0.10}}
        {"label": 1.10, "emails": ["@-", "@find:label=a"]}
        {"label": "{label}", "config": null, "size": {"cpu": 1, "key": "@@x"}}
        {"size.cpu": 1, "size.max-memory": 2, "config.a.b": "{\"not\": \"parsed\"}"}
    "#;
    let line = &["createThing", "--null", "id"];
    let json = format!("[{}]", lines.trim().replace('\n', ",\n")).replace("0.10", "0.5");
    let lines = lines.replace("0.10", "0.5");
    let sent_lines = sent(&schema, line, ("a.ndjson", &lines));
    insta::assert_snapshot!(sent_lines);
    let without_lines = |text: &str| {
        let line = |line: &str| line.split(" (line ").next().unwrap().to_owned();
        text.lines().map(line).collect::<Vec<_>>()
    };
    let sent_json = sent(&schema, line, ("a.json", &json));
    assert_eq!(without_lines(&sent_json), without_lines(&sent_lines));
    let sent_yaml = sent(&schema, line, ("a.yaml", &json));
    assert_eq!(without_lines(&sent_yaml), without_lines(&sent_lines));
    let yaml = "# rows\n- label: 1.10\n  config: {a: yes}\n\n- label: 007\n  sync: true\n- {}\n";
    insta::assert_snapshot!(sent(&schema, &["createThing"], ("a.yml", yaml)));
}

#[test]
fn cells_are_filled_in_where_flags_have_texts() {
    let cells = "n,label,w,extra\n1,\"a,b=c\",\"W,\"\"x\"\"=1\",5\n2,\"{n}\",]},6\n";
    let config = r#"{"env": {"A": "{label}-{n}", "{n}": "{{}}"}, "list": ["{w}"]}"#;
    let line = [
        "createDeployment",
        "--type=airflow",
        "--workspace-uuid=@find:label={w}",
        "--config",
        config,
        "--properties.extra_au={extra}",
        "--description={{{n}}} {label}",
        "--scheduler=replicas={n}",
    ];
    insta::assert_snapshot!(sent(&SCHEMA, &line, ("a.csv", cells)));
    let schema = fixture::schema();
    let line = ["createThing", "--emails={a},x@{b}", "--emails=y", "--config={a}", "--color={c}"];
    let rows = "{\"a\": \"1,2\", \"b\": 0.10, \"c\": \"RED\"}\n{\"a\": true, \"b\": \"\", \"c\": \"RED\"}\n\
        {\"a\": [1], \"b\": null}";
    insta::assert_snapshot!(sent(&schema, &line, ("a.ndjson", rows)));
}

#[test]
fn an_empty_cell_is_what_the_option_says() {
    let schema = fixture::schema();
    let cells = "label,count,config.a\n,,\nx,1,y\n";
    for how in ["", "--empty=null", "--empty=text"] {
        let words: Vec<&str> = ["createThing", "--rows-format=csv", how].into();
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        insta::assert_snapshot!(format!("empty{how}"), sent(&schema, &words, ("a.txt", cells)));
    }
}

#[test]
fn secrets_come_from_a_file_of_their_own() {
    let directory = TempDir::new().unwrap();
    let secrets = directory.path().join("secrets.csv");
    let read = |text: &str, line: &[&str], rows: &str| {
        std::fs::write(&secrets, text).unwrap();
        let option = format!("--secrets={}", secrets.display());
        sent(&SCHEMA, &[line, &[&option]].concat(), ("users.csv", rows))
    };
    let rows = "email,username\na@x.y,a\nb@x.y,b\n";
    let mut all = String::new();
    for (text, line, rows) in [
        ("email,password\nb@x.y,two\na@x.y,one\n", &["createUser"][..], rows),
        ("email,password\na@x.y,one\n", &["createUser"], rows),
        ("email,password\na@x.y,one\nb@x.y,two\nc@x.y,three\na@x.y,four\n", &["createUser"], rows),
        ("email,password,username\na@x.y,one,x\n", &["createUser"], rows),
        ("name,password\na,one\nb,two\n", &["createUser", "--email={name}@x.y"], "name\nb\na\n"),
        ("email,password\na@x.y,one\n", &["createUser"], "email,password\na@x.y,x\n"),
        ("label\nx\n", &["createWorkspace"], "label\nx\n"),
        ("email\n\"a\n", &["createUser"], rows),
    ] {
        let read = read(text, line, rows);
        let read = read.replace(&*secrets.to_string_lossy(), "secrets.csv");
        all += &format!("{}\n=> {read}\n\n", text.replace('\n', " / "));
    }
    insta::assert_snapshot!(all);
}

#[test]
fn a_fingerprint_is_of_what_is_given_without_secrets() {
    let of = |line: &[&str], name: &str, rows: &str| {
        check(&SCHEMA, line, (name, rows), |checked, _| {
            let checked = checked.unwrap();
            let rows = checked.rows().unwrap();
            rows.map(|row| row.unwrap().fingerprint).collect::<Vec<_>>()
        })
    };
    let user = of(&["createUser"], "a.csv", "email,password\na@x.y,one\nb@x.y,one\n");
    assert_ne!(user[0], user[1]);
    // Another order, another secret, another format, another way to give it.
    for (line, name, rows) in [
        (&["createUser"][..], "a.csv", "password,email\ntwo,b@x.y\ntwo,a@x.y\n"),
        (&["createUser"], "a.csv", "email,password,username\nb@x.y,1,\na@x.y,2,\n"),
        (
            &["createUser"],
            "a.ndjson",
            "{\"password\":\"\",\"email\":\"b@x.y\"}\n{\"email\":\"a@x.y\",\"password\":\"\"}",
        ),
        (&["createUser", "--email={n}@x.y"], "a.csv", "n,password\nb,1\na,1\n"),
    ] {
        assert_eq!(of(line, name, rows), [user[1], user[0]], "{line:?} {name}");
    }
    // A name with a comma is not another pair.
    let found = "--workspace-uuid=@find:label={a}";
    let line = ["createDeployment", "--type=a", "--label=x", found];
    let one = of(&line, "a.csv", "a\n\"b,id=c\"\n");
    assert_ne!(
        one,
        of(
            &line[..3]
                .iter()
                .copied()
                .chain(["--workspace-uuid=@find:label=b,id={a}"])
                .collect::<Vec<_>>(),
            "a.csv",
            "a\nc\n"
        )
    );
}

#[test]
fn parts_of_the_rows_are_apart_and_whole() {
    let mut rows = "label,description\n".to_owned();
    (0..200).for_each(|row| writeln!(rows, "w{row},x").unwrap());
    let part = |shard: &str| {
        let shard = format!("--shard={shard}");
        check(&SCHEMA, &["createWorkspace", &shard], ("a.csv", &rows), |checked, _| {
            let checked = checked.unwrap();
            let numbers: Vec<u64> =
                checked.rows().unwrap().map(|row| row.unwrap().number).collect();
            assert_eq!(checked.len(), numbers.len() as u64);
            numbers
        })
    };
    let mut all = [part("1/3"), part("2/3"), part("3/3")];
    assert!(all.iter().all(|part| part.len() > 40), "{all:?}");
    // They are those of the natural key, wherever they stand and on every machine.
    assert_eq!(all[0][..5], [1, 5, 7, 8, 13]);
    let (one, others) = all.split_at_mut(1);
    one[0].extend(others.iter().flatten());
    one[0].sort_unstable();
    assert_eq!(one[0], (1..=200).collect::<Vec<_>>());
}

#[test]
fn rows_that_are_not_valid_are_left_out() {
    let rows = "label,description,workspaceUuid\na,,w\nb,\na,,w\nc,,not an id\nd,x,w\n";
    let line = ["createDeployment", "--type=airflow", "--skip-invalid"];
    insta::assert_snapshot!(sent(&SCHEMA, &line, ("a.csv", rows)));
    check(&SCHEMA, &line, ("a.csv", rows), |checked, _| {
        let checked = checked.unwrap();
        assert_eq!((checked.len(), checked.invalid()), (5, 3));
    });
}

#[test]
fn a_file_that_changes_is_noticed() {
    let rows = "label\na\nb\nc\n";
    let line = ["createWorkspace", "--description=x"];
    let mut all = String::new();
    for changed in
        ["label\na\nB\nc\n", "label\na\n", "label\na\nb\nc\nd\n", "label\n\na\nb\nc\n", "", "x\n"]
    {
        check(&SCHEMA, &line, ("a.csv", rows), |checked, path| {
            let checked = checked.unwrap();
            std::fs::write(path, changed).unwrap();
            let failure = checked.rows().map(drop).unwrap_err().to_string();
            let (_, what) = failure.split_once("` ").unwrap();
            all += &format!("{changed:?}: {what}\n\n");
        });
    }
    // While rows are sent, behind what is read ahead.
    let many: String = (0..100_000).map(|row| format!("label-{row}\n")).collect();
    let many = format!("label\n{many}");
    check(&SCHEMA, &line, ("a.csv", &many), |checked, path| {
        let checked = checked.unwrap();
        let mut read = checked.rows().unwrap();
        assert_eq!(read.next().unwrap().unwrap().key, "label=label-0");
        std::fs::write(path, many.replace("label-99999", "LABEL-99999")).unwrap();
        let failure = read.find_map(Result::err).unwrap().to_string();
        let (_, what) = failure.split_once("` ").unwrap();
        all += &format!("{what}\n\n");
        assert!(read.next().is_none());
    });
    check(&SCHEMA, &line, ("a.csv", rows), |checked, path| {
        let checked = checked.unwrap();
        let mut read = checked.rows().unwrap();
        assert_eq!(read.next().unwrap().unwrap().key, "label=a");
        std::fs::remove_file(path).unwrap();
        std::fs::write(path, "label\n").unwrap();
        // The file that is open stays.
        assert_eq!(read.count(), 2);
        let failure = checked.rows().map(drop).unwrap_err().to_string();
        let (_, what) = failure.split_once("` ").unwrap();
        all += what;
    });
    insta::assert_snapshot!(all);
}

#[test]
fn a_secret_that_changes_is_noticed() {
    let many: String = (0..60_000).map(|row| format!("u{row}@a.example,one\n")).collect();
    let many = format!("email,password\n{many}");
    let line = ["createUser", "--invite-token=@env:PATH"];
    check(&SCHEMA, &line, ("a.csv", &many), |checked, path| {
        let checked = checked.unwrap();
        let mut read = checked.rows().unwrap();
        assert_eq!(read.next().unwrap().unwrap().key, "email=u0@a.example");
        std::fs::write(path, many.replace("u59999@a.example,one", "u59999@a.example,two")).unwrap();
        let failure = read.find_map(Result::err).unwrap().to_string();
        assert!(failure.contains("Line 60001 differs."), "{failure}");
    });
}

#[test]
fn natural_keys_are_compared_as_they_are_sent() {
    let schema: &Schema = &SCHEMA;
    let line = ["createDeployment", "--type=airflow", "--workspace-uuid=@find:label={w}"];
    let rows = "label,w\na,x\na,y\nb,x\na,x\nb,x\nb,x\n";
    insta::assert_snapshot!(sent(schema, &line, ("a.csv", rows)));
    // Without a natural key, equal rows are two rows.
    let rows = "id\na\na\n";
    let rows = sent(schema, &["deleteWorkspace", "--workspace-uuid={id}"], ("a.csv", rows));
    assert_eq!(rows.lines().count(), 4, "{rows}");
}

/// `HOUSTON_ROWS=1000000 cargo nextest run -p houston-cli --release --run-ignored all many_rows`
#[test]
#[ignore = "it measures"]
fn many_rows_are_read_fast() {
    let count = std::env::var("HOUSTON_ROWS").unwrap().parse::<u64>().unwrap();
    let mut rows = "label,description,workspaceUuid\n".to_owned();
    (0..count).for_each(|row| writeln!(rows, "deployment-{row},some text,w{}", row % 7).unwrap());
    let line = ["createDeployment", "--type=airflow"];
    let began = std::time::Instant::now();
    check(&SCHEMA, &line, ("a.csv", &rows), |checked, _| {
        let checked = checked.unwrap();
        let (first, began) = (began.elapsed(), std::time::Instant::now());
        assert_eq!(checked.rows().unwrap().map(Result::unwrap).count() as u64, count);
        panic!("first reading {first:?}, second {:?}", began.elapsed());
    });
}

#[test]
fn numbers_keep_their_digits() {
    let schema = fixture::schema();
    let rows = r#"{"label": 12345678901234567890.10, "ratio": 1e2, "count": 3}
        {"config": {"a": 12345678901234567890}}
        {"ratio": 12345678901234567890123}"#;
    let sent = sent(&schema, &["createThing"], ("a.ndjson", rows));
    insta::assert_snapshot!(sent);
}
