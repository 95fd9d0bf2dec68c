"""Does with ophyd's simulated devices what the tests do with livesky's: reads cases as JSON lines, writes what came.

A case is a list of steps `[verb, device, argument]`, taken with the devices of a new `hw()`. What comes of a step is
`{"ok": result}` or `{"error": true}`.
"""

import json
import logging
import sys
import warnings

import numpy
from ophyd import Signal, SoftPositioner
from ophyd.sim import hw

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)


def plain(value):
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, numpy.ndarray):
        return value.tolist()
    return value.item() if isinstance(value, numpy.generic) else value


def values(readings):
    return {field: reading["value"] for field, reading in readings.items()}


def configuration(device):
    return [values(device.read_configuration()), device.describe_configuration()]


def watched(device, target):
    """What a subscriber is told: the last change at once, then every new one."""
    seen = []
    callback = lambda *args, value=None, **kwargs: seen.append(value)
    device.subscribe(callback)
    before = len(seen)
    device.set(target).wait(5)
    device.clear_sub(callback)
    device.set(target).wait(5)
    return [before, seen]


VERBS = {
    "describe": lambda device, _: device.describe(),
    "read": lambda device, _: values(device.read()),
    "configuration": lambda device, _: configuration(device),
    "hints": lambda device, _: device.hints,
    "repr": lambda device, _: repr(device),
    "labels": lambda device, _: sorted(device._ophyd_labels_),
    "position": lambda device, _: device.position,
    "set": lambda device, target: device.set(target).wait(5),
    "check": lambda device, target: device.check_value(target),
    "trigger": lambda device, _: device.trigger().wait(5),
    "configure": lambda device, settings: [values(each) for each in device.configure(settings)],
    "watch": watched,
    "stage": lambda device, _: [each.name for each in device.stage()],
    "unstage": lambda device, _: [each.name for each in device.unstage()],
}


def attempt(verb, device, argument):
    try:
        return {"ok": plain(VERBS[verb](device, argument))}
    except Exception:
        return {"error": True}


def devices():
    made = vars(hw())
    made["softmot"] = SoftPositioner(name="softmot", limits=(-10, 10), init_pos=0, egu="deg")
    made["strsig"] = Signal(name="strsig", value="hello")
    for name in ("pseudo1", "pseudo2", "pseudo3"):
        made["pseudo3x3." + name] = getattr(made["pseudo3x3"], name)
    made["pseudo1x3.pseudo1"] = made["pseudo1x3"].pseudo1
    return made


for line in sys.stdin:
    made = devices()
    print(json.dumps([attempt(verb, made[name], argument) for verb, name, argument in json.loads(line)]), flush=True)
