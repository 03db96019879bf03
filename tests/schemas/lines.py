"""Writes lines/*.graphql: what is known of the schemas of Houston 0.16, 0.30, 0.37, 1.1 and 2.1.

    python3 tests/schemas/lines.py FOLDER

FOLDER has the fact tables of houston-0.16.json, houston-0.23.json, houston-0.3x.json, houston-2.x.json and newer.json.
0.16 is whole. Each of the others is a composite: the whole schema of 0.23, with what public clients and documents tell
of later versions, and without what they tell to be gone. What nothing is known of stays as it is in 0.23.
"""
import copy
import json
import pathlib
import sys

LINES = ["0.30", "0.37", "1.1", "2.1"]

# The first version that a source speaks of, by the name of the source; and by the table, for every other one.
SOURCES = {
    "cli-unversioned": None,
    "docs-0.25": "0.25",
    "docs-0.32+ (flag upsertDeploymentEnabled)": "0.32",
    "docs-0.34": "0.34",
    "rn-0.34.0": "0.34",
    "docs-0.37": "0.35",
    "orbis": "0.35",
    "docs-APC-1.x": "1.0",
    "apc-examples-1.1": "1.1",
    "docs-APC-2.x": "2.0",
    "docs-APC-2.x-b": "2.0",
    "chart-tests-2.1": "2.1",
    "cli-branch-plx-100": "2.1",
    "operator-design-kk-dd": "2.1",
    "apc-docs-draft-kk-dd": "2.1",
}
TABLES = {"0.3x": "0.28", "1.x": "1.0", "2.x": "1.0"}

# What is known better than from its first source.
SINCE = {
    "Mutation.adoptDeployment": "2.1",
    "Mutation.unadoptDeployment": "2.1",
    "Query.paginatedDeployments": "0.32",
    "Query.sysWorkspaces": "0.35",
    "Mutation.upsertDeployment(mode:)": "0.37",
    "Deployment.mode": "0.37",
    "AllowedDeploymentModeValues.helm": "0.37",
    "AllowedDeploymentModeValues.operator": "0.37",
    "Role.CLUSTER_ADMIN": "2.1",
    "Mutation.workspaceAddUser(bypassInvite:)": "0.25",
    "Mutation.upsertDeployment(clusterId:)": "1.0",
    "Query.appConfig(clusterId:)": "1.0",
    # A platform of 2.0 refuses it, and it comes with the others.
    "DagDeployment.authType": "2.1",
    "DagDeployment.gitSyncRepoFetchMode": "2.1",
    "DagDeployment.httpsToken": "2.1",
    "DagDeployment.httpsUsername": "2.1",
}

# What is gone, and from which version on. Whether the first two are gone is not known: their own client does not send
# them any more.
GONE = {
    "Mutation.createDeployment": "1.0",
    "Mutation.updateDeployment": "1.0",
    "Mutation.updateDeploymentImage(airflowVersion:)": "1.0",
    "Mutation.cancelRuntimeUpdate": "1.1",
    "Mutation.upsertDeployment(desiredRuntimeVersion:)": "1.1",
    "Deployment.desiredAirflowVersion": "1.1",
    "Deployment.desiredRuntimeVersion": "1.1",
    "Deployment.airflowVersion": "2.0",
    "DeploymentConfig.airflowImages": "2.0",
    "DeploymentConfig.airflowVersions": "2.0",
    "DeploymentConfig.defaultAirflowImageTag": "2.0",
    "AppConfig.configureDagDeployment": "2.0",
    "AppConfig.hardDeleteDeployment": "2.0",
    "AppConfig.manualNamespaceNames": "2.0",
    "AppConfig.manualReleaseNames": "2.0",
    "AppConfig.nfsMountDagDeployment": "2.0",
    "AppConfig.triggererEnabled": "2.0",
    # It comes from the answer of one mutation, which has a type of its own.
    "Workspace.config": "0.0",
}

# Types that differ from the tables: corrections that were found later. The name of the enum is ours.
TYPES = {
    "DagDeployment.type": "DagDeploymentType",
    "DagDeploymentConfig.type": "DagDeploymentType",
    "Mutation.updateDeploymentConfig": "ConfigOverrideRow",
    "Mutation.updateWorkspaceDeploymentsConfig": "ConfigOverrideRow",
    # Of 1.0 and later.
    "Query.availableNamespaces(clusterId:)": "Uuid!",
}
ENUMS = {"DagDeploymentType": ["image", "dag_deploy", "git_sync"]}
DEFAULTS = {"Mutation.createDeployment(dagDeployment:)": "{type: image}"}

ROOTS = {"query": "Query", "mutation": "Mutation", "subscription": "Subscription"}


def number(version):
    return [int(part) for part in version.split(".")]


def flat(table, name):
    """Each field, argument, input field and enum value of a table by its path, with its type and first version."""

    def first(path, facts):
        known = [facts["since"]] if "since" in facts else []
        for source in facts.get("evidence", []):
            version = SOURCES.get(source, TABLES.get(name))
            if source.startswith("cli>="):
                version = source.removeprefix("cli>=")
            known.append(version or TABLES.get(name, "0.0"))
        return SINCE.get(path) or min(known, key=number, default=TABLES.get(name, "0.0"))

    items = {}

    def add(kind, path, facts, **more):
        ty = TYPES.get(path, facts.get("type")) if name in TABLES else facts.get("type")
        items[path] = {"kind": kind, "type": ty, "since": first(path, facts), **more}

    owners = [("objects", ROOTS[kind], table[kind]) for kind in ROOTS]
    owners += [(kind, owner, fields) for kind in ("objects", "inputs") for owner, fields in table[kind].items()]
    for kind, owner, fields in owners:
        for field, facts in fields.items():
            add(kind, f"{owner}.{field}", facts, deprecated="deprecated" in facts)
            for argument, given in facts.get("args", {}).items():
                path = f"{owner}.{field}({argument}:)"
                default = DEFAULTS.get(path) if name in TABLES else None
                add("arguments", path, given, default=given.get("default") or default)
    for owner, values in table["enums"].items():
        for value in values:
            add("enums", f"{owner}.{value}", {})
    for scalar in table["scalars"]:
        items[scalar] = {"kind": "scalars", "since": "0.0"}
    for directive, facts in table["directives"].items():
        for argument, given in facts["args"].items():
            path = f"@{directive}.{argument}"
            add("directives", path, given, default=given.get("default"), places=" | ".join(facts["locations"]))
    return items


def of(version, tables):
    """All items that a version has."""
    items = {}
    for name, table in tables:
        for path, facts in flat(table, name).items():
            if number(facts["since"]) > number(version):
                continue
            # A field may be known before the field that has it.
            items.setdefault(path, facts)
    if number(version) >= number("0.28"):
        for owner, values in ENUMS.items():
            items.update({f"{owner}.{value}": {"kind": "enums"} for value in values})
    gone = [path for path, since in GONE.items() if number(since) <= number(version)]
    items = {
        path: facts
        for path, facts in items.items()
        if path not in gone and path.split("(")[0] not in gone and path.split("(")[0] in items
    }
    names = {path.split(".")[0] for path in items} | {"Boolean", "Float", "ID", "Int", "String"}
    needed = {facts["type"].strip("[]!") for facts in items.values() if "type" in facts and facts["type"]}
    assert needed <= names, needed - names
    return items


def written(items):
    types = {}
    for path, facts in sorted(items.items()):
        owner, _, rest = path.partition(".")
        if facts["kind"] == "scalars":
            types[owner] = ("scalar", {})
        elif facts["kind"] == "directives":
            default = f" = {facts['default']}" if facts.get("default") else ""
            given = f"{rest}: {facts['type']}{default}"
            types.setdefault(owner, (facts["places"], {}))[1][given] = None
        elif facts["kind"] == "arguments":
            field, argument = rest.removesuffix(":)").split("(")
            default = f" = {facts['default']}" if facts.get("default") else ""
            types[owner][1].setdefault(field, []).append(f"{argument}: {facts['type']}{default}")
        else:
            word = {"objects": "type", "inputs": "input", "enums": "enum"}[facts["kind"]]
            types.setdefault(owner, (word, {}))[1].setdefault(rest, [])
    for owner, (word, fields) in sorted(types.items()):
        if owner.startswith("@"):
            yield f"\ndirective {owner}({', '.join(fields)}) on {word}"
            continue
        yield f"\n{word} {owner}" + (" {" if fields else "")
        for field, arguments in sorted(fields.items()):
            facts = items[f"{owner}.{field}"]
            given = f"({', '.join(arguments)})" if arguments else ""
            if len(given) > 90:
                given = "(\n" + "".join(f"    {argument}\n" for argument in arguments) + "  )"
            ty = f": {facts['type']}" if word != "enum" else ""
            yield f"  {field}{given}{ty}" + (" @deprecated" if facts.get("deprecated") else "")
        if fields:
            yield "}"


def main():
    folder = pathlib.Path(sys.argv[1])
    read = lambda name: json.loads((folder / f"{name}.json").read_text())
    newer = read("newer")["tables"]
    tables = [("0.23", read("houston-0.23")), ("0.3x", read("houston-0.3x")), ("0.3x", newer["0.3x"])]
    tables += [("1.x", newer["1.x"]), ("2.x", read("houston-2.x")), ("2.x", newer["2.x"])]
    whole = "# The whole schema of Houston 0.16: names, types and nullability. lines.py writes it.\n"
    lines = {"0.16": (whole, flat(read("houston-0.16"), "0.16"))}
    for version in LINES:
        head = (
            f"# A composite of Houston {version}: the whole schema of 0.23, with what public clients and documents tell of\n"
            "# later versions, and without what they tell to be gone. Types can differ from the real ones, and more is\n"
            "# missing. lines.py writes it.\n"
        )
        lines[version] = (head, of(version, copy.deepcopy(tables)))
    for version, (head, items) in lines.items():
        to = pathlib.Path(__file__).parent / "lines" / f"{version}.graphql"
        to.parent.mkdir(exist_ok=True)
        to.write_text(head + "\n".join(written(items)) + "\n")


main()
