"""Events a second of Python's RunEngine with the least detector and motor there can be."""

import json
import sys
import time

from bluesky import RunEngine
from bluesky.plans import count, scan


class Done:
    done = True
    success = True

    def add_callback(self, callback):
        callback(self)

    def exception(self, timeout=None):
        return None


class Device:
    parent = None

    def __init__(self, name):
        self.name = name
        self.value = 0.0

    def set(self, value):
        self.value = value
        return Done()

    def read(self):
        return {self.name: {"value": self.value, "timestamp": time.time()}}

    def describe(self):
        return {self.name: {"source": "bench", "dtype": "number", "shape": []}}

    def read_configuration(self):
        return {}

    def describe_configuration(self):
        return {}


class Detector(Device):
    def trigger(self):
        self.value += 1
        return Done()


def measure(make_plan, events):
    engine = RunEngine({})
    seen = []
    engine.subscribe(lambda name, doc: seen.append(doc["data"]["det"]) if name == "event" else None)
    det, motor = Detector("det"), Device("motor")
    began = time.perf_counter()
    engine(make_plan(det, motor, events))
    seconds = time.perf_counter() - began
    return {"events": len(seen), "last": seen[-1], "perSecond": len(seen) / seconds}


plan = sys.argv[1]
plans = {
    "count": lambda det, motor, n: count([det], n),
    "scan": lambda det, motor, n: scan([det], motor, 0, 1, n),
}
events = int(sys.argv[2])
measure(plans[plan], events)  # warms up
print(json.dumps(measure(plans[plan], events)))
