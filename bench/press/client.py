"""Presses Pause while a plan runs and says how long it takes until the page is told.

    client.py NAME FOLDER PLAN

PLAN is `events`, some 1000 events a second that a figure draws, or `nulls`, messages without end that wait for
nothing. Each press is timed from sending it until the run's model says `pausing` or `paused`, as a page would show it.
"""

import json
import sys
import time

from jupyter_client import KernelManager

SETUP = """\
import { LivePlot, Msg, RunEngine } from 'livesky'
const RE = new RunEngine()
let readings = 0
const det = {
  name: 'det',
  read: () => ({ det: { value: ++readings, timestamp: Date.now() / 1000 } }),
  describe: () => ({ det: { source: 'bench', dtype: 'number', shape: [] } }),
}
function* events() {
  yield new Msg('open_run')
  for (const began = performance.now(); ; ) {
    yield new Msg('checkpoint')
    if (readings > performance.now() - began) yield new Msg('sleep', null, [0.001])
    yield new Msg('create', null, [], { name: 'primary' })
    yield new Msg('read', det)
    yield new Msg('save')
  }
}
function* nulls() {
  yield new Msg('open_run')
  for (;;) {
    yield new Msg('checkpoint')
    for (let i = 0; i < 1000; i++) yield new Msg('null')
  }
}
"""
PRESSES = 20
TIMEOUT = 60


def message_until(client, wanted):
    deadline = time.monotonic() + TIMEOUT
    while time.monotonic() < deadline:
        found = wanted(client.get_iopub_msg(timeout=TIMEOUT))
        if found:
            return found
    raise TimeoutError("nothing came")


def opened_run(message):
    state = message["content"].get("data", {}).get("state", {}) if message["msg_type"] == "comm_open" else {}
    return message["content"]["comm_id"] if state.get("start") and "engine" in state else None


def press(client, comm, action, states):
    data = {"method": "custom", "content": {"kind": "control", "action": action}}
    message = client.session.msg("comm_msg", {"comm_id": comm, "data": data})

    def followed(told):
        content = told["content"]
        state = content.get("data", {}).get("state", {}) if told["msg_type"] == "comm_msg" else {}
        return content.get("comm_id") == comm and state.get("engine") in states

    began = time.perf_counter()
    client.shell_channel.send(message)
    message_until(client, followed)
    return 1000 * (time.perf_counter() - began)


def measure(name, folder, plan):
    manager = KernelManager(kernel_name=name)
    manager.start_kernel(cwd=folder)
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=TIMEOUT)
        client.execute_interactive(SETUP, timeout=TIMEOUT)
        client.execute(f"await RE({plan}(), [new LivePlot('det')])")
        comm = message_until(client, opened_run)
        presses = []
        for _ in range(PRESSES):
            time.sleep(0.2)
            presses.append(press(client, comm, "pause", ("pausing", "paused")))
            # The checkpoint comes soon; the pause may have come already.
            time.sleep(0.1)
            press(client, comm, "resume", ("running",))
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    return {"worst": max(presses), "median": sorted(presses)[len(presses) // 2], "answer": len(presses)}


print(json.dumps(measure(*sys.argv[1:])))
