//! Rows that cannot be read or are not valid: nothing is sent.

use crate::environment::Environment;

/// The output of a call with a file of rows, which stands in the directory of the call.
fn refused(name: &str, rows: &[u8], words: &[&str]) -> String {
    let user = Environment::new();
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join(name), rows).unwrap();
    let words = [words, &["--rows", name, "--sandbox"]].concat();
    let ran = user.command(&words).current_dir(directory.path()).output().unwrap();
    let ran = crate::environment::Ran::new(ran);
    assert!(!user.store().exists(), "{words:?}: nothing was sent");
    let rows = String::from_utf8_lossy(rows);
    let rows: String = rows.chars().take(120).collect();
    format!("{rows:?}\n{}\n", ran.after(&words.join(" ")))
}

const DEPLOYMENT: &[&str] = &["createDeployment", "--type", "airflow"];
const HERE: &[&str] = &["createDeployment", "--type", "airflow", "--workspace-uuid", "w"];

#[test]
fn csv_that_is_not_csv() {
    let long = format!("label\na\n{}\n", "x".repeat(2 << 20));
    let mut all = String::new();
    for rows in [
        &b""[..],
        b"\n\n",
        b"label,description\na,b\nc,\"d\ne,f\n",
        b"label,description\na,\"b\"c\n",
        b"label,description\na,b \"c\"\n",
        b"label\n\xe4\n",
        b"label\na\0b\n",
        b"\xff\xfel\0a\0",
        b"label\ra\r",
        b"label;description\na;b\n",
        b"label,description\na,b,c\nd\ne,f\n",
        b"label,label,\na,b,c\n",
        long.as_bytes(),
    ] {
        all += &refused("d.csv", rows, HERE);
    }
    insta::assert_snapshot!(all);
}

#[test]
fn other_formats() {
    let mut all = String::new();
    for (name, rows) in [
        ("d.ndjson", ""),
        ("d.ndjson", "\n \n"),
        ("d.ndjson", "\n{\"label\": \"a\"}\n{\"label\": }\n"),
        ("d.ndjson", "{\"label\": \"a\"}\n[1]\n{\"label\": \"b\", \"label\": \"c\"}\n"),
        ("d.ndjson", "{\"lable\": 1}\n{\"description\": 2}\n"),
        ("d.jsonl", "{\"label\": \"a\"} {\"label\": \"b\"}\n"),
        ("d.json", ""),
        ("d.json", "{\"label\": \"a\"}"),
        ("d.json", "[{\"label\": \"a\"},\n{\"label\": }]"),
        ("d.json", "[{\"label\": \"a\"},\n\n{\"label\": \"b\",\n \"label\": \"c\"},\n3]"),
        ("d.yaml", "label: a\n"),
        ("d.yaml", "- label: a\n- label: [\n"),
        ("d.yaml", "- label: a\n- b\n- description: {a: 1}\n  label: x\n"),
        ("d.txt", "label\na\n"),
    ] {
        all += &refused(name, rows.as_bytes(), HERE);
    }
    insta::assert_snapshot!(all);
}

#[test]
fn columns_and_flags() {
    let mut all = String::new();
    for (rows, words) in [
        ("lable,type\na,b\n", DEPLOYMENT),
        ("label,workspaceUuid,workspace-uuid,region\na,b,c,d\n", DEPLOYMENT),
        ("label,config.executor,config.,scheduler.cpus,label.x\n", HERE),
        ("label\na\n", &[HERE, &["--ignore-columns", "labels,label"]].concat()),
        ("label\na\n", &[HERE, &["--description", "{lable} {x}", "--cloud-role={label"]].concat()),
        ("label\na\n", &[HERE, &["--description", "{lable} {x}"]].concat()),
        ("label,d\na,\n", &[HERE, &["--description", "x-{d}"]].concat()),
        ("label\na\n", &[HERE, &["--executor", "Celery", "--config", "{\"a\": }"]].concat()),
        ("label,config.a\na,1\n", &[HERE, &["--config.a", "1", "--config.b", "2"]].concat()),
        ("label\na\n", &[HERE, &["--empty", "null", "--rows-format", "ndjson"]].concat()),
    ] {
        all += &refused("d.csv", rows.as_bytes(), words);
    }
    insta::assert_snapshot!(all);
}

#[test]
fn values_and_keys() {
    let mut all = String::new();
    for (rows, words) in [
        ("label,executor\na,Celery\n,LocalExecutor\nb,LocalExecutor\nb,CeleryExecutor\n", HERE),
        (
            "label,executor,config.executor\na,LocalExecutor,CeleryExecutor\nb,LocalExecutor,LocalExecutor\n",
            HERE,
        ),
        ("label\na\n", &[HERE, &["--executor=LocalExecutor", "--config.executor=x"]].concat()),
        ("label,workspaceUuid\na,@find:label=b\nc,d e\n", DEPLOYMENT),
        ("label,password\na,b\n", &["createUser", "--email={label}@x.y", "--password=c"]),
        (
            "u,v\nx,\"[{\"\"key\"\":\"\"A\"\",\"\"value\"\":\"\"1\"\"},{\"\"key\"\":\"\"A\"\",\"\"value\"\":\"\"2\"\"}]\"\ny,\"key=A,value=1\"\n",
            &["updateDeploymentVariables", "--deployment-uuid={u}", "--release-name=r"],
        ),
    ] {
        let rows = rows.replace("u,v\n", "u,environmentVariables\n");
        all += &refused("d.csv", rows.as_bytes(), words);
    }
    insta::assert_snapshot!(all);
}

#[test]
fn problems_are_counted_and_the_first_are_shown() {
    let mut rows = "label,executor\n".to_owned();
    (0..1_000).for_each(|row| rows += &format!("l{row},x\n"));
    let all = refused("d.csv", rows.as_bytes(), HERE);
    assert_eq!(all.matches(", column executor: ").count(), 50);
    assert!(all.contains("\n  and 950 more\n"), "{all}");
    // A bad row at the end of many.
    let mut rows = "label\n".to_owned();
    (0..50_000).for_each(|row| rows += &format!("l{row}\n"));
    let all = refused("d.csv", (rows + "\"x\n").as_bytes(), HERE);
    insta::assert_snapshot!(all.split_once("------- stderr -------").unwrap().1);
}

#[test]
fn a_header_without_rows_is_nothing_to_do() {
    for (name, rows) in [
        ("d.csv", "label"),
        ("d.csv", "\u{feff}label,executor\r\n"),
        ("d.json", "[]"),
        ("d.yaml", "[]\n"),
    ] {
        let said = refused(name, rows.as_bytes(), HERE);
        assert!(said.contains("0 rows\n[exit: 0]"), "{said}");
    }
}

#[test]
fn stdin_is_read_once() {
    let user = Environment::new();
    let call = |words: &[&str], stdin: &str| {
        let words = [HERE, words, &["--sandbox"]].concat();
        user.with_stdin(&words, stdin).after(&words.join(" "))
    };
    insta::assert_snapshot!(
        [
            call(&["--rows", "-"], "label\na\na\n"),
            call(&["--rows", "-"], " \n[{\"label\": \"a\"},\n{\"label\": \"a\"}]"),
            call(&["--rows", "-"], "{\"label\": \"a\"}\n\n{\"label\": \"a\"}"),
            call(&["--rows", "-"], "\u{feff}- label: a\n- label: a\n"),
            call(&["--rows", "-"], ""),
            call(&["--rows", "-", "--rows-format", "csv", "--description", "@-"], "label\na\n"),
            call(&["--rows", "-", "--rows-format", "csv"], "label\na\na\n"),
            call(
                &["--rows", "-", "--rows-format", "ndjson"],
                "{\"label\": \"a\"}\n{\"label\": \"a\"}"
            ),
            call(&["--rows", "no-such-file.csv"], ""),
            call(&["--rows", "/", "--rows-format", "csv"], ""),
            call(&["--jobs", "4"], ""),
            call(&["--rows", "x.csv", "--offline"], ""),
            call(&["--rows", "x.csv", "--curl"], ""),
            call(&["--rows", "x.csv", "--no-journal", "--retry-failed"], ""),
        ]
        .concat()
    );
}
