"""What Python's RunEngine does a second with the least devices there can be, or with ophyd's simulated ones."""

import json
import sys
import time

from bluesky import Msg, RunEngine
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


def create_read_save(n):
    det = Detector("det")
    yield Msg("open_run")
    for _ in range(n):
        det.value += 1
        yield Msg("create", None, name="primary")
        yield Msg("read", det)
        yield Msg("save")
    yield Msg("close_run")


def nulls(n):
    for _ in range(n):
        yield Msg("null")


def simulated():
    from ophyd.sim import SynAxis, SynGauss

    motor = SynAxis(name="motor", value=0.0)
    return SynGauss("det", motor, "motor", center=0, Imax=1, sigma=1), motor


def count_of_sim(n):
    det, _ = simulated()
    return count([det], n)


def scan_of_sim(n):
    det, motor = simulated()
    return scan([det], motor, -1, 1, n)


PLANS = {
    "count": lambda n: count([Detector("det")], n),
    "scan": lambda n: scan([Detector("det")], Device("motor"), 0, 1, n),
    "create, read, save": create_read_save,
    "null": nulls,
    "count of sim": count_of_sim,
    "scan of sim": scan_of_sim,
}


def measure(plan, many):
    engine = RunEngine({})
    events = 0
    last = None

    def keep(name, doc):
        nonlocal events, last
        events += 1
        last = doc["data"]["det"]

    engine.subscribe(keep, "event")
    began = time.perf_counter()
    engine(PLANS[plan](many))
    seconds = time.perf_counter() - began
    return {"events": events, "last": None if last is None else float(f"{last:.12g}"), "perSecond": many / seconds}


what, many = sys.argv[1], int(sys.argv[2])
for _ in range(2):
    measure(what, many)  # warms up, as often as ours
print(json.dumps(measure(what, many)))
