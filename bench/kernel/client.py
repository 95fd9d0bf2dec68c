"""Starts a kernel as Jupyter does and says how long its first result took.

    client.py NAME FOLDER LANGUAGE [life]

The time runs from before the kernel is spawned until the result of its first cell has come, which
imports the package and runs a count; `cpu` is what the kernel has computed until then, which a busy
machine changes less. As a page does, the cell is sent when the kernel has answered
what it is, and its published messages have begun to arrive.

With `life` the kernel lives on: `roundTrip` is the median time, in milliseconds, from sending an empty cell
until its reply and its idle have come; `memory` is the kernel's, in MB, after 150 small cells; `idle` the per
cent of a core that it needs while nothing is asked of it.
"""

import json
import statistics
import sys
import time
from queue import Empty

import psutil
from jupyter_client import KernelManager

CELLS = {
    "typescript": """\
import { RunEngine, count } from 'livesky'
import { det } from 'livesky/sim'
const RE = new RunEngine()
let events = 0
await RE(count([det], 3), { event: () => { events += 1 } })
events""",
    "python": """\
from bluesky import RunEngine
from bluesky.plans import count
from ophyd.sim import det
RE = RunEngine({})
events = []
RE(count([det], num=3), {"event": lambda name, doc: events.append(doc)})
len(events)""",
    # Without our package: stock tslab prints its result.
    "tslab": """\
let events = 0
for (const each of [1, 2, 3]) events += 1
events""",
}
TIMEOUT = 60
AGAIN = 0.2

SMALL_CELLS = {"typescript": "const a{0} = [{0}, 2 * {0}]; a{0}.length", "python": "a{0} = [{0}, 2 * {0}]; len(a{0})"}
ROUND_TRIPS = 40
SMALL_CELL_COUNT = 150
IDLE_SECONDS = 5


def until_ready(client):
    """Asks what the kernel is until both channels have answered."""
    deadline = time.monotonic() + TIMEOUT
    client.kernel_info()
    client.get_shell_msg(timeout=TIMEOUT)
    while time.monotonic() < deadline:
        try:
            client.get_iopub_msg(timeout=AGAIN)
            return
        except Empty:
            client.kernel_info()
    raise TimeoutError("the kernel publishes nothing")


def first_result(client, code):
    sent = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=TIMEOUT)
        if message["parent_header"].get("msg_id") != sent:
            continue
        content = message["content"]
        if message["msg_type"] == "error":
            raise RuntimeError("\n".join(content["traceback"]))
        if message["msg_type"] == "execute_result":
            return content["data"]["text/plain"]
        if message["msg_type"] == "stream" and content["name"] == "stdout" and content["text"].strip():
            return content["text"].strip()


def run_whole(client, code):
    """Runs a cell until its reply and its idle have come."""
    sent = client.execute(code)
    while client.get_shell_msg(timeout=TIMEOUT)["parent_header"].get("msg_id") != sent:
        pass
    while True:
        message = client.get_iopub_msg(timeout=TIMEOUT)
        if message["parent_header"].get("msg_id") == sent and message["content"].get("execution_state") == "idle":
            return


def round_trip(client):
    began = time.perf_counter()
    run_whole(client, "")
    return 1000 * (time.perf_counter() - began)


def life_of(client, process, language):
    trips = [round_trip(client) for _ in range(ROUND_TRIPS)]
    cell = SMALL_CELLS["python" if language == "python" else "typescript"]
    for number in range(SMALL_CELL_COUNT):
        run_whole(client, cell.format(number))
    memory = process.memory_info().rss / 1e6
    process.cpu_percent()
    time.sleep(IDLE_SECONDS)
    return {"roundTrip": statistics.median(trips), "memory": memory, "idle": process.cpu_percent()}


def measure(name, folder, language, life=None):
    manager = KernelManager(kernel_name=name)
    began = time.perf_counter()
    manager.start_kernel(cwd=folder)
    client = manager.client()
    client.start_channels()
    try:
        until_ready(client)
        ready = time.perf_counter() - began
        answer = first_result(client, CELLS[language])
        result = time.perf_counter() - began
        process = psutil.Process(manager.provisioner.pid)
        used = process.cpu_times()
        # Long enough for what a kernel does once after its first cell.
        time.sleep(2)
        lived = life_of(client, process, language) if life else {}
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    return {"seconds": result, "ready": ready, "cpu": used.user + used.system, "answer": answer, **lived}


print(json.dumps(measure(*sys.argv[1:])))
