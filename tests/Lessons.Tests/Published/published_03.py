"""Writes published_03.json beside it: what NumPy and scikit-learn compute where lesson 3 prints a number.

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 published_03.py
"""
import json
from pathlib import Path

import numpy as np
from sklearn.datasets import make_blobs


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def log_loss(a, y):
    return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))


def one_plant():
    x, y, w, b = 2, 1, 0.5, -0.6
    z = w * x + b
    a = sigmoid(z)
    loss = lambda w: log_loss(sigmoid(w * x + b), y)
    pieces = {"dL/da": -y / a + (1 - y) / (1 - a), "da/dz": a * (1 - a), "dL/dw": (a - y) * x, "dL/db": a - y}
    nudged = {"z": 0.002, "a": sigmoid(z + 0.002) - a, "L": loss(w + 0.001) - loss(w)}
    return pieces | {"z": z, "a": a, "loss": loss(w), "loss at 0.51": loss(0.51)} | {f"change of {k}": v for k, v in nudged.items()}


def factors():
    a = sigmoid(-12.0)
    return {"dL/da at -12": -1 / a, "da/dz at -12": a * (1 - a), "product at -12": a - 1}


def two_weights():
    x, w, b = np.array([2, -1]), np.array([0.5, 0.25]), -0.6
    a = sigmoid(w @ x + b)
    dw1, dw2 = a * x
    return {"two: a": a, "two: loss": log_loss(a, 0), "two: dw1": dw1, "two: dw2": dw2, "two: db": a}


def hundred_plants():
    X, y = make_blobs(n_samples=100, n_features=2, centers=2, random_state=0)
    random = np.random.RandomState(0)
    w, b = random.randn(2), random.randn()
    loss = lambda: log_loss(sigmoid(X @ w + b), y)
    gradients = lambda: ((error := sigmoid(X @ w + b) - y) @ X / 100, np.mean(error))
    dw, db = gradients()
    first = {"w1": w[0], "w2": w[1], "b": b, "first loss": loss(), "dw1": dw[0], "dw2": dw[1], "db": db}
    downhill = {"downhill": np.degrees(np.arctan2(*-dw[::-1])) + 360}
    for _ in range(100):
        dw, db = gradients()
        w, b = w - 0.1 * dw, b - 0.1 * db
    return first | downhill | {"trained w1": w[0], "trained w2": w[1], "trained b": b, "trained loss": loss()}


values = {"lesson 3": one_plant() | factors() | two_weights() | hundred_plants()}
text = json.dumps(values, default=lambda v: v.item(), indent=1)
Path(__file__).with_name("published_03.json").write_text(text + "\n", encoding="utf-8")
