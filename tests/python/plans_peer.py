"""Runs plans in bluesky: reads a JSON list of plans in Python, prints for each its messages and how it ended."""

import json
import sys
import warnings

import bluesky.plan_stubs as bps
import bluesky.plans as bp
import bluesky.preprocessors as bpp
import numpy as np
import ophyd
from bluesky import Msg, RunEngine
from cycler import cycler
from ophyd.ophydobj import OphydObject
from ophyd.sim import hw

warnings.simplefilter("ignore")
# Sets of motors are gone through in the order of their names.
ORDER = {f"motor{n}": n for n in range(1, 4)} | {"motor": 0}
OphydObject.__hash__ = lambda self: ORDER.get(self.name, id(self))


def plain(value):
    if isinstance(value, OphydObject):
        return {"$obj": value.name}
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, np.generic):
        return value.item()
    return {"$callable": "<lambda>"} if callable(value) else value


def run(source):
    names = {"bp": bp, "bps": bps, "bpp": bpp, "cycler": cycler, "ophyd": ophyd, "Msg": Msg, **vars(hw())}
    messages = []
    engine = RunEngine({}, context_managers=[])
    engine.msg_hook = lambda msg: messages.append(
        {
            "command": msg.command,
            "obj": getattr(msg.obj, "name", None),
            "args": plain(msg.args),
            "kwargs": plain(dict(msg.kwargs)),
            "run": msg.run,
        }
    )
    error = None
    setup, _, plan = source.rpartition(";")
    try:
        exec(setup.strip(), names)
        engine(eval(plan.strip(), names))
    except Exception as raised:
        error = str(raised)
    return {"messages": messages, "error": error}


print("\n" + json.dumps([run(source) for source in json.load(sys.stdin)]))
