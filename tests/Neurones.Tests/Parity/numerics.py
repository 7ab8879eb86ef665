"""Writes the JSON files beside it: functions of numbers to the last digit, and the log loss over a grid of weights.

The functions are computed with hundreds of decimal digits and rounded once. Made with NumPy 1.24.2:  python3 numerics.py
"""
import json
from decimal import Decimal, getcontext
from pathlib import Path

import numpy as np

getcontext().prec = 700  # As many as 1e-308 needs beside 1.


def write(name, values):
    text = json.dumps(values, default=lambda v: v.tolist())
    Path(__file__).with_name(name).write_text(text + "\n", encoding="utf-8")


def exp(x):
    return float(Decimal(x).exp()) if x < 709.8 else None


def sigmoid(x):
    e = Decimal(-abs(x)).exp()
    return float((e if x < 0 else 1) / (1 + e))


def tanh(x):
    e = Decimal(-2 * abs(x)).exp()
    return float(((1 - e) / (1 + e)).copy_sign(Decimal(x)))


def softplus(x):
    return float((1 + Decimal(-abs(x)).exp()).ln() + max(Decimal(x), Decimal(0)))


def grid(samples, b, w1, w2):
    r = np.random.RandomState(samples)
    X, y = r.randn(samples, 2), r.randint(0, 2, samples)
    W1, W2 = np.meshgrid(w1, w2)
    Z = X @ np.array([W1.ravel(), W2.ravel()]) + b
    losses = np.mean(np.logaddexp(0, Z) - y[:, None] * Z, axis=0).reshape(W1.shape)
    return {"X": X, "y": y, "b": b, "w1": w1, "w2": w2, "losses": losses}


r = np.random.RandomState(0)
points = [float(x) for x in np.concatenate([
    [1e-310, 2.5e-308, 1e-300, 1e-20, 1e-9, 0.34657359, 0.346573592, 0.5, 0.6931471805599453, 20, 49.9, 50.1, 700],
    [709.7, 709.78271289338, 720, 744, 745.1, 745.2, 1e4, 1e300], np.exp(r.uniform(-12, 6.6, 60))])]
points += [-x for x in points]
write("numerics.json", {
    "x": points, "exp": [exp(x) for x in points], "sigmoid": [sigmoid(x) for x in points],
    "tanh": [tanh(x) for x in points], "softplus": [softplus(x) for x in points]})
write("grid.json", [grid(7, 0.5, np.linspace(-3, 3, 5), np.linspace(-2, 40, 11)), grid(33, -1.25, np.linspace(-1, 1, 3), [0.75])])
