"""Writes published_10.json beside it: what NumPy and scikit-learn compute where lesson 10 prints a number.

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 published_10.py
"""
import json
from pathlib import Path

import numpy as np
from sklearn.datasets import make_circles, make_moons

RATES = (0.1, 0.3, 1, 3)


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def relu(Z):
    return np.maximum(Z, 0)


SLOPES = {sigmoid: lambda A: A * (1 - A), np.tanh: lambda A: 1 - A * A, relu: lambda A: (A > 0) * 1.0}


def standard(before, here):
    return 1


def xavier(before, here):
    return np.sqrt(2 / (before + here))


def he(before, here):
    return np.sqrt(2 / before)


def initialise(sizes, deviation=standard):
    random = np.random.RandomState(0)
    W = [random.randn(here, before) * deviation(before, here) for before, here in zip(sizes, sizes[1:])]
    return W, [np.zeros((here, 1)) for here in sizes[1:]]


def forward(X, W, b, g=sigmoid):
    A = [X]
    for l in range(len(W)):
        A.append((g if l + 1 < len(W) else sigmoid)(W[l] @ A[l] + b[l]))
    return A


def back(A, y, W, g=sigmoid):
    m, dZ, dW, db = y.shape[1], A[-1] - y, [], []
    for l in reversed(range(len(W))):
        dW.insert(0, dZ @ A[l].T / m)
        db.insert(0, dZ.sum(axis=1, keepdims=True) / m)
        dZ = W[l].T @ dZ * SLOPES[g](A[l])
    return dW, db


def log_loss(A, y):
    return float(-np.mean(y * np.log(A + 1e-15) + (1 - y) * np.log(1 - A + 1e-15)))


def train(X, y, hidden, rate=0.1, g=sigmoid, deviation=standard, iterations=1000):
    W, b = initialise([2, *hidden, 1], deviation)
    for _ in range(iterations):
        dW, db = back(forward(X, W, b, g), y, W, g)
        W = [w - rate * d for w, d in zip(W, dW)]
        b = [w - rate * d for w, d in zip(b, db)]
    return W, b


def columns(data):
    return data[0].T, data[1].reshape(1, -1).astype(float)


def report(name, data, new, hidden, rate=0.1, g=sigmoid, deviation=standard):
    W, b = train(*data, hidden, rate, g, deviation)
    A, ANew = forward(data[0], W, b, g)[-1], forward(new[0], W, b, g)[-1]
    return {
        f"{name}: loss": log_loss(A, data[1]),
        f"{name}: accuracy": np.mean((A >= 0.5) == data[1]),
        f"{name}: new": np.mean((ANew >= 0.5) == new[1]),
        f"{name}: new loss": log_loss(ANew, new[1]),
    }


def named(hidden):
    return f"({', '.join(map(str, hidden))})"


def four_layers(X, y):
    W, b = initialise([2, 32, 32, 32, 1])
    A = forward(X, W, b)[-1]
    values = {"first w": W[0][0, 0], "first a": A[0, 0], "first loss": log_loss(A, y)}
    W, b = train(X, y, (32, 32, 32))
    A = forward(X, W, b)[-1]
    return values | {"w11": W[0][0, 0], "b4": b[3][0, 0], "loss": log_loss(A, y), "accuracy": np.mean((A >= 0.5) == y)}


def first_sizes(name, X, y, g=sigmoid, deviation=standard, layers=8):
    W, b = initialise([2] + [8] * (layers - 1) + [1], deviation)
    A = forward(X, W, b, g)
    apart = {f"{name}: apart {l}": np.mean(np.ptp(A[l], axis=1)) for l in range(1, layers + 1)}
    return apart | {f"{name}: |dW{l + 1}|": np.mean(np.abs(d)) for l, d in enumerate(back(A, y, W, g)[0])}


def lesson():
    circles = columns(make_circles(n_samples=100, noise=0.1, factor=0.3, random_state=0))
    new_circles = columns(make_circles(n_samples=1000, noise=0.1, factor=0.3, random_state=1))
    moons = columns(make_moons(n_samples=100, noise=0.2, random_state=0))
    new_moons = columns(make_moons(n_samples=1000, noise=0.2, random_state=1))
    values = four_layers(*circles)
    for hidden in ((32,), (32, 32), (32, 32, 32), (296,)):
        values |= report(f"circles {named(hidden)}", circles, new_circles, hidden)
    values |= report("circles, rate 1", circles, new_circles, (32,), rate=1)
    for hidden in ((32,), (32, 32, 32), (296,)):
        for rate in RATES:
            values |= report(f"moons {named(hidden)}, rate {rate}", moons, new_moons, hidden, rate)
    for layers in (2, 4, 6, 8):
        values |= report(f"{layers} layers", circles, new_circles, (8,) * (layers - 1))
    for name, g, deviation in (("sigmoid", sigmoid, standard), ("sigmoid, Xavier", sigmoid, xavier), ("tanh, Xavier", np.tanh, xavier), ("ReLU, He", relu, he)):
        values |= first_sizes(name, *circles, g, deviation)
        values |= report(name, circles, new_circles, (8,) * 7, g=g, deviation=deviation)
    noisy = columns(make_moons(n_samples=100, noise=0.3, random_state=0))
    new_noisy = columns(make_moons(n_samples=1000, noise=0.3, random_state=1))
    for hidden in ((32,), (32, 32, 32)):
        for rate in RATES[1:]:
            values |= report(f"noise, {len(hidden) + 1} layers, rate {rate}", noisy, new_noisy, hidden, rate)
    for iterations in (1000, 10000):
        W, b = train(*circles, (8,) * 7, iterations=iterations)
        values[f"patience: {iterations}"] = log_loss(forward(circles[0], W, b)[-1], circles[1])
    values["factor"] = (values["sigmoid: |dW1|"] / values["sigmoid: |dW8|"]) ** (1 / 7)
    return values


values = {"lesson 10": lesson()}
text = json.dumps(values, default=lambda v: v.item(), indent=1)
Path(__file__).with_name("published_10.json").write_text(text + "\n", encoding="utf-8")
