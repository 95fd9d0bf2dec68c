"""Starts a kernel as Jupyter does and says how long its first result took.

    client.py NAME FOLDER LANGUAGE

The time runs from before the kernel is spawned until the result of its first cell has come, which
imports the package and runs a count; `cpu` is what the kernel has computed until then, which a busy
machine changes less. As a page does, the cell is sent when the kernel has answered
what it is, and its published messages have begun to arrive.
"""

import json
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


def measure(name, folder, language):
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
        used = psutil.Process(manager.provisioner.pid).cpu_times()
        # Long enough for what a kernel does once after its first cell.
        time.sleep(2)
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    return {"seconds": result, "ready": ready, "cpu": used.user + used.system, "answer": answer}


print(json.dumps(measure(*sys.argv[1:])))
