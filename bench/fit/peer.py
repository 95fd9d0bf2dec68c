"""Fits a second of lmfit, or of scipy's bare least squares with covariance: the same peak as in ours.mjs."""

import json
import sys
import time

import numpy as np
from lmfit import Model, Parameter
from lmfit.models import GaussianModel
from scipy.optimize import leastsq

SECONDS = 1.5


def data_of(points):
    i = np.arange(points)
    x = -5 + 10 * i / (points - 1)
    return x, 4 * np.exp(-((x - 0.4) ** 2) / (2 * 1.1**2)) + 0.1 * np.sin(37 * i)


def gaussian(x, A, sigma, x0):
    return A * np.exp(-((x - x0) ** 2) / (2 * sigma**2))


def user(x, y):
    result = user.model.fit(y, x=x, A=2, sigma=Parameter("sigma", 3, min=0), x0=-0.2)
    return result.params["x0"], result.params["sigma"], result.nfev


user.model = Model(gaussian)


def built_in(x, y):
    model = built_in.model
    result = model.fit(y, model.make_params(amplitude=15, sigma=3, center=-0.2), x=x)
    return result.params["center"], result.params["sigma"], result.nfev


built_in.model = GaussianModel()


class Value:
    def __init__(self, value, stderr):
        self.value, self.stderr = value, stderr


def scipy(x, y):
    def residual(p):
        return y - p[0] * np.exp(-((x - p[2]) ** 2) / (2 * p[1] ** 2))

    best, cov, info, _, _ = leastsq(residual, [2, 3, -0.2], full_output=True)
    errors = np.sqrt(np.diag(cov) * (info["fvec"] ** 2).sum() / (len(x) - 3))
    return Value(best[2], errors[2]), Value(best[1], errors[1]), info["nfev"]


kind, points = sys.argv[1], int(sys.argv[2])
fit = {"user": user, "built-in": built_in, "scipy": scipy}[kind]
x, y = data_of(points)


def during(seconds):
    began = time.process_time()
    count = 0
    while time.process_time() - began < seconds:
        result = fit(x, y)
        count += 1
    return count / (time.process_time() - began), result


during(SECONDS)  # warms up
per_second, (center, sigma, nfev) = during(SECONDS)
last = [[float(f"{v:.4g}") for v in (p.value, p.stderr)] for p in (center, sigma)]
print(json.dumps({"last": last, "nfev": nfev, "perSecond": per_second}))
