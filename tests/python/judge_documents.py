"""Judges documents as event_model does: reads `[name, doc]` JSON lines, writes a verdict for each.

A verdict is `{"valid": true}` or `{"valid": false, "paths": [...]}` with the path of every rule broken,
those inside alternatives among them.
"""

import json
import sys

from event_model import DocumentNames, schema_validators


def paths(error):
    yield list(error.absolute_path)
    for inner in error.context:
        yield from paths(inner)


for line in sys.stdin:
    name, doc = json.loads(line)
    errors = list(schema_validators[DocumentNames[name]].iter_errors(doc))
    verdict = {"valid": not errors}
    if errors:
        verdict["paths"] = [path for error in errors for path in paths(error)]
    print(json.dumps(verdict))
