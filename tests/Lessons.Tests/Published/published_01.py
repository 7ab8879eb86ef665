"""Writes published_01.json beside it: what NumPy computes where lesson 1 prints a number.

Made with NumPy 1.24.2:  python3 published_01.py
The 104 functions are counted without any perceptron, by exhaustive search over small whole weights.
"""
import itertools
import json
from pathlib import Path

import numpy as np

SQUARE = np.array(list(itertools.product([0, 1], repeat=2)))


def cost(a, b, x, y):
    return float(np.mean((a * x + b - y) ** 2) / 2)


def line():
    random = np.random.RandomState(42)
    x = random.rand(2, 1).ravel()
    y = 2 * x + 1
    a, b = random.randn(1, 1)[0, 0], random.randn()
    error = a * x + b - y
    values = {
        "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1], "cost of x + 2": cost(1, 2, x, y), "cost of 3 x + 1": cost(3, 1, x, y),
        "first a": a, "first b": b, "da": float(np.mean(error * x)), "db": float(np.mean(error)),
    }
    for i in range(1001):
        if i % 100 == 0:
            values[f"cost {i}"] = cost(a, b, x, y)
        error = a * x + b - y
        a, b = a - 0.1 * np.mean(error * x), b - 0.1 * np.mean(error)
    return values | {"a": float(a), "b": float(b)}


def pass_over(X, y, W, b):
    wrong = 0
    for x, label in zip(X, y):
        error = label - int(x @ W + b >= 0)
        W, b, wrong = W + error * x, b + error, wrong + abs(error)
    return W, b, wrong


def passes(name, y, count):
    values, W, b = {}, np.zeros(2), 0.0
    for i in range(count):
        W, b, wrong = pass_over(SQUARE, y, W, b)
        values |= {f"{name} wrong {i}": int(wrong), f"{name} w1 {i}": W[0], f"{name} w2 {i}": W[1], f"{name} b {i}": b}
    return values


def learn(X, y, random):
    W, b, wrong = np.array([random.randn(), random.randn()]), random.randn(), 1
    while wrong:
        W, b, wrong = pass_over(X, y, W, b)
    return W, b


def three():
    random = np.random.RandomState(42)
    layer = [learn(SQUARE, y, random) for y in ([0, 1, 1, 1], [1, 1, 1, 0])]
    H = np.array([[int(x @ W + b >= 0) for W, b in layer] for x in SQUARE])
    names = zip(("OR", "NAND", "third"), layer + [learn(H, [0, 1, 1, 0], random)])
    return {f"{name} {part}": value for name, (W, b) in names for part, value in (("w1", W[0]), ("w2", W[1]), ("b", b))}


def separable_functions():
    """How many functions of three inputs some plane separates: weights up to 2 in size are enough for three inputs."""
    cube = np.array(list(itertools.product([0, 1], repeat=3)))
    weights = itertools.product(range(-2, 3), repeat=3)
    return len({tuple(cube @ w >= threshold - 0.5) for w in weights for threshold in range(-6, 8)})


def activations():
    values = {}
    for z in (-3, -0.5, 0.5, 3):
        values |= {f"sigmoid({z})": 1 / (1 + np.exp(-z)), f"tanh({z})": np.tanh(z)}
    s, t = values["sigmoid(0.5)"], values["tanh(0.5)"]
    return values | {"sigmoid'(0.5)": s * (1 - s), "tanh'(0.5)": 1 - t * t}


def main():
    values = line() | passes("AND", [0, 0, 0, 1], 6) | passes("XOR", [0, 1, 1, 0], 6) | three() | activations()
    values["separable"] = separable_functions()
    text = json.dumps({"lesson 1": values}, default=lambda v: v.item(), indent=1)
    Path(__file__).with_name("published_01.json").write_text(text + "\n", encoding="utf-8")


main()
