"""Writes published_08.json beside it: what NumPy and scikit-learn compute where lesson 8 prints a number.

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 published_08.py
"""
import json
from pathlib import Path

import numpy as np
from sklearn.datasets import make_circles


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def forward(X, W1, b1, W2, b2):
    A1 = sigmoid(W1 @ X + b1)
    return A1, sigmoid(W2 @ A1 + b2)


def log_loss(A, y):
    return float(-np.mean(y * np.log(A) + (1 - y) * np.log(1 - A)))


def back(X, y, W2, A1, A2):
    m = y.shape[1]
    dZ2 = A2 - y
    dZ1 = W2.T @ dZ2 * A1 * (1 - A1)
    return dZ1, dZ2, (dZ1 @ X.T / m, dZ1.sum(axis=1, keepdims=True) / m, dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m)


def losses(X, y, parameters, steps, mistake=lambda gradients, dA1: gradients):
    curve = []
    for _ in range(steps):
        A1, A2 = forward(X, *parameters)
        curve.append(log_loss(A2, y))
        gradients = mistake(back(X, y, parameters[2], A1, A2)[2], parameters[2].T @ (A2 - y))
        parameters = [p - g for p, g in zip(parameters, gradients)]
    return curve, forward(X, *parameters)[1]


def numbers(name, M):
    return {f"{name}{i + 1}{j + 1}": float(value) for (i, j), value in np.ndenumerate(M)}


def xor():
    X, y = np.array([[0, 0, 1, 1], [0, 1, 0, 1]]), np.array([[0, 1, 1, 0]])
    parameters = [np.array([[2, 1], [-1, 2], [1, -2]]), np.array([[-1], [0], [1]]), np.array([[1, -2, 3]]), np.array([[-1]])]
    A1, A2 = forward(X, *parameters)
    dZ1, dZ2, (dW1, db1, dW2, db2) = back(X, y, parameters[2], A1, A2)
    values = numbers("A2 ", A2) | {"loss": log_loss(A2, y)}
    for name, gradient in {"dZ2 ": dZ2, "dW2 ": dW2, "db2 ": db2, "dZ1 ": dZ1, "dW1 ": dW1, "db1 ": db1}.items():
        values |= numbers(name, gradient)

    a, truth = A2[0, 1], y[0, 1]
    values |= {"dl/da": -truth / a + (1 - truth) / (1 - a), "da/dz": a * (1 - a)}
    curve, answers = losses(X, y, parameters, 2000)
    values |= {"loss after one step": curve[1], "last loss": curve[-1]} | numbers("trained A2 ", answers)
    without_mean, _ = losses(X, y, parameters, 500, lambda g, dA1: (g[0] * 4, *g[1:]))
    without_slope, _ = losses(X, y, parameters, 500, lambda g, dA1: (dA1 @ X.T / 4, dA1.sum(axis=1, keepdims=True) / 4, *g[2:]))
    for name, path in {"right": curve, "without mean": without_mean, "without slope": without_slope}.items():
        values |= {f"{name} {step}": path[step] for step in (50, 100, 499)}
    return values


def circles():
    X, y = make_circles(n_samples=100, noise=0.1, factor=0.3, random_state=0)
    X, y = X.T, y.reshape(1, -1)
    random = np.random.RandomState(0)
    W1, W2 = random.randn(32, 2), random.randn(1, 32)
    A1, A2 = forward(X, W1, np.zeros((32, 1)), W2, np.zeros((1, 1)))
    _, _, (dW1, _, _, db2) = back(X, y, W2, A1, A2)
    return {"circles: loss": log_loss(A2, y), "circles: dW1 11": dW1[0, 0], "circles: dW1 12": dW1[0, 1], "circles: db2": db2[0, 0]}


text = json.dumps({"lesson 8": xor() | circles()}, default=lambda v: v.item(), indent=1)
Path(__file__).with_name("published_08.json").write_text(text + "\n", encoding="utf-8")
