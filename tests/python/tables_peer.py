"""Reads tables as JSON, each of fields, options and documents; writes what bluesky's LiveTable prints of them."""

import json
import logging
import sys
import warnings

import bluesky.callbacks.core as core

logging.disable(logging.CRITICAL)
# It is cosmetic, and there are many tables.
core.ttime.sleep = lambda seconds: None


def show(case):
    text, logbook = [], []
    keep = logbook.append if case["logbook"] else None
    table = core.LiveTable(case["fields"], out=text.append, logbook=keep, **case["options"])
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        for name, document in case["documents"]:
            table(name, document)
    return {"text": text, "logbook": logbook, "warnings": [str(each.message) for each in said]}


json.dump([show(case) for case in json.load(sys.stdin)], sys.stdout)
