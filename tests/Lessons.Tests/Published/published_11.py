"""Writes published_11.json beside it: what NumPy computes where lesson 11 prints a number.

Made with NumPy 1.24.2:  python3 published_11.py
"""
import json
from pathlib import Path

import numpy as np


def cost(X, y, w, b):
    return np.mean((w * X + b - y) ** 2) / 2


def gradients(X, y, w, b):
    error = w * X + b - y
    return np.mean(error * X), np.mean(error)


def curvatures(X):
    """The flattest and the steepest section of the cost: the eigenvalues of its second derivatives."""
    return np.linalg.eigvalsh([[np.mean(X**2), np.mean(X)], [np.mean(X), 1]])


def two_points():
    random = np.random.RandomState(42)
    X = random.rand(2, 1)
    y = 2 * X + 1
    w, b = random.randn(1, 1)[0, 0], random.randn()
    dw, db = gradients(X, y, w, b)
    c, (flattest, steepest) = np.mean(X**2), curvatures(X)
    values = {f"{name}{i}": column[i, 0] for i in range(2) for name, column in (("x", X), ("y", y), ("a", w * X + b))}
    values |= {"first w": w, "first b": b, "first cost": cost(X, y, w, b), "dw": dw, "db": db}
    values |= {"c": c, "1/c": 1 / c, "2/c": 2 / c} | {f"factor {rate}": 1 - rate * c for rate in (0.2, 3.5, 4.1)}
    values |= {"steepest": steepest, "flattest": flattest, "limit": 2 / steepest, "best for flattest": 1 / flattest}
    for epoch in range(1001):
        if epoch % 100 == 0:
            values[f"cost {epoch}"] = cost(X, y, w, b)
        dw, db = gradients(X, y, w, b)
        w, b = w - 0.1 * dw, b - 0.1 * db
    return values | {"w": w, "b": b}


def days():
    random = np.random.RandomState(42)
    X = random.uniform(-1, 1, (100, 1))
    return X, 2 * X + 4 + random.normal(0, 1, (100, 1))


def batches(X, y, size, random):
    order = random.permutation(len(X))
    return [(X[order[i:i + size]], y[order[i:i + size]]) for i in range(0, len(X), size)]


def train(X, y, size, rate):
    random = np.random.RandomState(42)
    w, b = random.randn(), random.randn()
    for _ in range(5):
        for batch in batches(X, y, size, random):
            dw, db = gradients(*batch, w, b)
            w, b = w - rate * dw, b - rate * db
    return w, b


def hundred_days():
    X, y = days()
    best_w, best_b = np.linalg.lstsq(np.hstack([X, np.ones_like(X)]), y, rcond=None)[0].ravel()
    best = cost(X, y, best_w, best_b)
    values = {"best w": best_w, "best b": best_b, "best cost": best, "rule's cost": cost(X, y, 2, 4)}
    values["first x"] = batches(X, y, 8, np.random.RandomState(42))[0][0][0, 0]
    random = np.random.RandomState(42)
    start = random.randn(), random.randn()
    for size in (1, 8, 32, 100):
        parts = batches(X, y, size, np.random.RandomState(42))
        values |= {f"batches {size}": len(parts), f"last of {size}": len(parts[-1][0])}
        w, b = train(X, y, size, 0.1)
        values |= {f"w by {size}": w, f"b by {size}": b, f"cost by {size}": cost(X, y, w, b)}
        for rate in (0.01, 0.03, 0.1, 0.3, 1):
            values[f"left by {size} at {rate}"] = cost(X, y, *train(X, y, size, rate)) - best
        slopes = [gradients(*batches(X, y, size, random)[0], *start)[1] for _ in range(1000)]
        values |= {f"mean of {size}": np.mean(slopes)} | ({f"spread of {size}": np.std(slopes)} if size < 100 else {})
    return values


def solutions():
    X, y = days()
    c, w = np.mean(X**2), np.mean(X * y) / np.mean(X**2)
    values = {"without bias: 2/c": 2 / c, "without bias: w": w, "without bias: distance at 1.01": w * 1.02**100, "without bias: distance at 0.99": w * 0.98**100}
    flattest, steepest = curvatures(20 + 10 * X)
    values |= {"celsius: steepest": steepest, "celsius: limit": 2 / steepest, "celsius: flattest": flattest, "celsius: ratio": steepest / flattest}
    dw, db = gradients(X, y, *train(X, y, 8, 0.1))
    return values | {"end dw": dw, "end db": db}


values = {"lesson 11": two_points() | hundred_days() | solutions()}
text = json.dumps(values, default=lambda v: v.item(), indent=1)
Path(__file__).with_name("published_11.json").write_text(text + "\n", encoding="utf-8")
