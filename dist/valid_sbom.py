"""Checks that a file is CycloneDX in JSON, of the version that it says."""

import json
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
version = SchemaVersion.from_version(json.loads(text)["specVersion"])
error = JsonStrictValidator(version).validate_str(text)
if error is not None:
    # The rest quotes the schema.
    sys.exit(f"not CycloneDX {version.to_version()}: {str(error).splitlines()[0]}")
