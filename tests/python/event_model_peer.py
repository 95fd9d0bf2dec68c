"""Does with event_model what the tests do with livesky: reads cases as JSON lines, writes what came of each.

A case is `{"kind": ..., ...}`. What comes of a step is `{"ok": result}` or `{"error": class name}`.
"""

import copy
import json
import sys
import warnings

import event_model

warnings.simplefilter("ignore")
# A Filler waits two seconds in all before it gives up.
event_model.ttime.sleep = lambda seconds: None


def attempt(function):
    try:
        return {"ok": copy.deepcopy(function())}
    except Exception as error:
        return {"error": type(error).__name__}


def compose(case):
    run = event_model.compose_run(**case["run"])
    made = {"run": run}

    def step(of, call, fields, name=None):
        bundle = made[of]
        composed = getattr(bundle, f"compose_{call}")(**fields)
        if name is None:
            return composed
        made[name] = composed
        return getattr(composed, f"{call}_doc")

    return [run.start_doc, *(attempt(lambda each=each: step(**each)) for each in case["steps"])]


def pages(case):
    result = getattr(event_model, case["call"])(*case["args"])
    return list(result) if case["call"].startswith(("unpack", "rechunk")) else result


def changed(doc):
    return {**doc, "changed": True} if "data" not in doc else {**doc, "data": {**doc["data"], "changed": [1] * rows(doc)}}


def rows(doc):
    return len(doc["uid"]) if isinstance(doc["uid"], list) else 1


RETURNS = {"none": lambda doc: None, "same": lambda doc: doc, "changed": changed}


def router(case):
    calls = []

    def method(name, returns):
        def handle(self, doc):
            calls.append([name, copy.deepcopy(doc)])
            return RETURNS[returns](doc)

        return handle

    base = getattr(event_model, case["base"])
    methods = {name: method(name, returns) for name, returns in case["overrides"].items()}
    instance = type("Subclass", (base,), methods)()
    outputs = [attempt(lambda each=each: instance(*each)) for each in case["documents"]]
    return {"calls": calls, "outputs": outputs}


def handler_class(spec, fails):
    class Handler:
        def __init__(self, path, **kwargs):
            self.path, self.kwargs = path, kwargs

        def __call__(self, **kwargs):
            if fails:
                raise FileNotFoundError(self.path)
            return {"spec": spec, "path": self.path, "resource": self.kwargs, "datum": kwargs}

    return Handler


def registry(case):
    return {spec: handler_class(spec, spec == "FAILING") for spec in case["specs"]}


def filler(case):
    class_ = getattr(event_model, case["class"])
    instance = class_(registry(case), **case["options"])
    return [attempt(lambda each=each: instance(*each)) for each in case["documents"]]


def run_router(case):
    received = []

    def callback(who):
        return lambda name, doc: received.append([who, name, copy.deepcopy(doc)])

    def factory(name, start):
        who = start["uid"]
        return [callback(f"run {who}")], [lambda name, doc: [callback(f"stream {doc['uid']} of {who}")]]

    instance = event_model.RunRouter([factory], registry(case), fill_or_fail=case["fill_or_fail"])
    outputs = [attempt(lambda each=each: instance(*each) and None) for each in case["documents"]]
    return {"received": received, "outputs": outputs}


KINDS = {"compose": compose, "pages": pages, "router": router, "filler": filler, "run_router": run_router}

for line in sys.stdin:
    case = json.loads(line)
    make = KINDS[case.pop("kind")]
    print(json.dumps(attempt(lambda make=make, case=case: make(case)), default=list))
