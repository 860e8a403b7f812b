"""Judges CycloneDX files with the strict JSON schemas of cyclonedx-python-lib; prints what is wrong."""

import json
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

refused = False
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    version = SchemaVersion.from_version(json.loads(text)["specVersion"])
    error = JsonStrictValidator(version).validate_str(text)
    if error is not None:
        print(path, error, sep="\n")
        refused = True
sys.exit(refused)
