"""Does fits with lmfit: reads a JSON list of problems, prints a JSON list of results.

A problem names models of lmfit with prefixes, and has data, parameters and options.
"""

import json
import operator
import sys
import warnings
from functools import reduce

import numpy as np
from lmfit import Parameters, models

warnings.simplefilter("ignore")


def model_of(parts):
    made = [getattr(models, name)(prefix=prefix, **options) for name, prefix, options in parts]
    return reduce(operator.add, made)


def params_of(states):
    params = Parameters()
    for name, value, vary, low, high, expr in states:
        if expr is None:
            params.add(name, value=value, vary=vary, min=low, max=high)
        else:
            params.add(name, expr=expr)
    return params


def fit(problem):
    model, params = model_of(problem["parts"]), params_of(problem["params"])
    weights = problem["weights"]
    result = model.fit(
        np.array(problem["y"]),
        params,
        x=np.array(problem["x"]),
        weights=None if weights is None else np.array(weights),
        scale_covar=problem["scaleCovar"],
    )
    return {
        "values": {name: float(value) for name, value in result.values.items()},
        "stderr": {name: None if p.stderr is None else float(p.stderr) for name, p in result.params.items()},
        "chisqr": float(result.chisqr),
        "nfev": int(result.nfev),
        "message": result.message,
        "errorbars": bool(result.errorbars),
        "report": result.fit_report(),
        "dumps": result.params.dumps(),
    }


def answer(problem):
    try:
        return fit(problem)
    except Exception as error:
        return {"error": str(error)}


def main():
    if sys.argv[1:] == ["loads"]:
        params = Parameters().loads(sys.stdin.read())
        print(json.dumps({name: [float(p.value), p.expr] for name, p in params.items()}))
    else:
        print(json.dumps([answer(problem) for problem in json.load(sys.stdin)]))


main()
