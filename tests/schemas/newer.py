"""Writes houston-2.x.graphql: what the fact tables know of upsertDeployment in Houston 1.0 to 2.1.

    python3 tests/schemas/newer.py houston-2.x.json newer.json > tests/schemas/houston-2.x.graphql
"""
import json
import sys

whole, newer = (json.load(open(path)) for path in sys.argv[1:3])
arguments = {}
for table in (whole, newer["tables"]["2.x"]):
    field = table["mutation"].get("upsertDeployment", {})
    arguments.update({name: facts["type"] for name, facts in field.get("args", {}).items()})
ours = {"ExecutorType", "InputEnvironmentVariable", "JSON", "Scheduler", "String", "Uuid", "Webserver", "Workers"}
print("# What Houston 1.0 to 2.1 has of upsertDeployment, as far as public clients and documents tell. newer.py writes it.")
print("# Types that 0.23 lacks are JSON here.\n")
print("type Mutation {\n  upsertDeployment(")
for name, ty in sorted(arguments.items()):
    print(f"    {name}: {ty if ty.strip('[]!') in ours else 'JSON'}")
print("  ): Deployment\n}")
