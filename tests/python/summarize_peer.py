"""Prints what bluesky's summarize_plan prints of plans: reads a JSON list of plans in Python, prints a JSON list of texts."""

import io
import json
import sys
from contextlib import redirect_stdout

import bluesky.plan_stubs as bps
import bluesky.plans as bp
from bluesky.simulators import summarize_plan
from ophyd.sim import hw


def summary_of(source):
    names = {"bp": bp, "bps": bps, **vars(hw())}
    text = io.StringIO()
    with redirect_stdout(text):
        summarize_plan(eval(source, names))
    return text.getvalue()


print(json.dumps([summary_of(source) for source in json.load(sys.stdin)]))
