"""Documents a second of Python's event_model and of its JSON.

python documents.py CASE COUNT    one line of JSON: {"documents": ..., "last": ..., "perSecond": ...}
"""

import json
import sys
import time

import orjson
from event_model import DocumentNames, compose_run, pack_event_page, schema_validators, unpack_event_page

DATA_KEYS = {name: {"source": f"SIM:{name}", "dtype": "number", "shape": []} for name in ["det", "motor", "motor_setpoint"]}

run = compose_run(uid="run", time=1)
compose_event = run.compose_descriptor(name="primary", data_keys=DATA_KEYS, uid="descriptor", time=1).compose_event
validator = schema_validators[DocumentNames.event]

PAGE = 1000


def fields(i):
    at = 1700000000.25 + i
    return {
        "data": {"det": i + 0.5, "motor": i + 0.25, "motor_setpoint": i + 0.75},
        "timestamps": {"det": at, "motor": at, "motor_setpoint": at},
    }


def inputs(count):
    return [fields(i) for i in range(count)]


def events(count):
    return [compose_event(**given, seq_num=i + 1, validate=False) for i, given in enumerate(inputs(count))]


def validate(docs):
    for doc in docs:
        validator.validate(doc)
    return docs[-1]["seq_num"]


def compose(check):
    def work(given):
        for i, each in enumerate(given):
            last = compose_event(**each, seq_num=i + 1, validate=check)
        return last["seq_num"]

    return work


def in_pages(docs):
    return [docs[at : at + PAGE] for at in range(0, len(docs), PAGE)]


def pack(pages):
    return [pack_event_page(*page) for page in pages][-1]["seq_num"][-1]


def unpack(pages):
    return [list(unpack_event_page(page)) for page in pages][-1][-1]["seq_num"]


def dumps(library):
    def work(docs):
        texts = [library.dumps(doc) for doc in docs]
        return len(texts[-1]) > 0 and docs[-1]["seq_num"]

    return work


def loads(library):
    return lambda texts: [library.loads(text) for text in texts][-1]["seq_num"]


def texts(count):
    return [json.dumps(doc) for doc in events(count)]


CASES = {
    "validate": (events, validate),
    "compose": (inputs, compose(True)),
    "compose-unchecked": (inputs, compose(False)),
    "pack": (lambda count: in_pages(events(count)), pack),
    "unpack": (lambda count: [pack_event_page(*page) for page in in_pages(events(count))], unpack),
    "dumps": (events, dumps(json)),
    "loads": (texts, loads(json)),
    "dumps-orjson": (events, dumps(orjson)),
    "loads-orjson": (texts, loads(orjson)),
}


def measure(case, count):
    prepare, work = case
    prepared = prepare(count)
    began = time.perf_counter()
    last = work(prepared)
    seconds = time.perf_counter() - began
    return {"documents": count, "last": last, "perSecond": count / seconds}


name, count = sys.argv[1], int(sys.argv[2])
measure(CASES[name], count)  # warms up
print(json.dumps(measure(CASES[name], count)))
