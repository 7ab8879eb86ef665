"""Writes published_07.json beside it: what NumPy and scikit-learn compute where lesson 7 prints a number.

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 published_07.py
"""
import json
from pathlib import Path

import numpy as np
from sklearn.datasets import make_circles
from sklearn.preprocessing import PolynomialFeatures

rows, labels = make_circles(n_samples=100, noise=0.1, factor=0.3, random_state=0)
labels = labels.reshape(-1, 1)
X, y = rows.T, labels.T


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def log_loss(A, y):
    return float(-np.mean(y * np.log(A) + (1 - y) * np.log(1 - A)))


def accuracy(A, y):
    return float(np.mean((A >= 0.5) == y))


def neuron(X, y):
    random = np.random.RandomState(0)
    W, b = random.randn(X.shape[1], 1), random.randn()
    for _ in range(1000):
        A = sigmoid(X @ W + b)
        W, b = W - X.T @ (A - y) / len(y), b - np.mean(A - y)
    A = sigmoid(X @ W + b)
    return {f"w{i + 1}": w for i, w in enumerate(W[:, 0])} | {"b": b, "loss": log_loss(A, y), "accuracy": accuracy(A, y)}


def forward(X, W1, b1, W2, b2):
    Z1 = W1 @ X + b1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1 + b2
    return Z1, A1, Z2, sigmoid(Z2)


def initialise(n1):
    random = np.random.RandomState(0)
    W1 = random.randn(n1, 2)
    return W1, np.zeros((n1, 1)), random.randn(1, n1), np.zeros((1, 1))


def train(n1, rate):
    W1, b1, W2, b2 = initialise(n1)
    m = y.shape[1]
    for _ in range(1000):
        _, A1, _, A2 = forward(X, W1, b1, W2, b2)
        dZ2 = A2 - y
        dZ1 = W2.T @ dZ2 * A1 * (1 - A1)
        W1, b1 = W1 - rate * dZ1 @ X.T / m, b1 - rate * dZ1.mean(axis=1, keepdims=True)
        W2, b2 = W2 - rate * dZ2 @ A1.T / m, b2 - rate * dZ2.mean(axis=1, keepdims=True)
    return W1, b1, W2, b2


def prefixed(prefix, values):
    return {f"{prefix}: {key}": value for key, value in values.items()}


def features():
    counts = {n: PolynomialFeatures(2, include_bias=False).fit(np.zeros((1, n))).n_output_features_ for n in (2, 10, 100)}
    return {f"features of {n}": count for n, count in counts.items()}


def fence():
    W1, b1 = np.array([[0, 6], [5, -3], [-5, -3]]), np.full((3, 1), 3.5)
    W2, b2 = np.array([[10, 10, 10]]), np.array([[-25]])
    values = {}
    for name, x in {"just right": (0, 0), "too dry": (0, -1), "too cold": (-1, 0)}.items():
        values[name] = forward(np.array([x]).T, W1, b1, W2, b2)[3][0, 0]
    z1, a1, z2, a2 = forward(np.array([[0.2], [0.1]]), W1, b1, W2, b2)
    values |= {f"z1 {i + 1}": z for i, z in enumerate(z1[:, 0])} | {f"a1 {i + 1}": a for i, a in enumerate(a1[:, 0])}
    values |= {"z2": z2[0, 0], "a2": a2[0, 0]}
    values |= {f"W1 X {i + 1}": v for i, v in enumerate((W1 @ X)[:, 3])}
    _, A1, _, A2 = forward(X, W1, b1, W2, b2)
    values["right"] = accuracy(A2, y) * 100
    for seedling in range(6):
        values |= {f"seedling {seedling}: a{i + 1}": a for i, a in enumerate(A1[:, seedling])} | {f"seedling {seedling}: a": A2[0, seedling]}
    return values


def first_weights():
    start = initialise(32)
    A = forward(X, *start)[3]
    return {
        "w11": start[0][0, 0], "w12": start[0][0, 1], "loss": log_loss(A, y), "accuracy": accuracy(A, y),
        "seedling 99": A[0, 99]} | {f"seedling {i}": A[0, i] for i in range(4)}


def trained():
    network = train(32, 0.1)
    A = forward(X, *network)[3]
    values = {f"w{i + 1}{j + 1}": network[0][i, j] for i in range(3) for j in range(2)}
    return values | {"loss": log_loss(A, y), "accuracy": accuracy(A, y)}


def three():
    W1, b1, W2, b2 = train(3, 1)
    values = {f"w{i + 1}{j + 1}": W1[i, j] for i in range(3) for j in range(2)} | {f"b{i + 1}": b1[i, 0] for i in range(3)}
    return values | {f"w{j + 1}": W2[0, j] for j in range(3)} | {"b": b2[0, 0]}


def fewer():
    values = {}
    for n1 in (1, 2, 3):
        A = forward(X, *train(n1, 1))[3]
        values |= {f"{n1}: loss": log_loss(A, y), f"{n1}: accuracy": accuracy(A, y)}
    return values


values = prefixed("one", neuron(rows, labels)) | prefixed("squares", neuron(np.hstack([rows, rows**2]), labels)) | features()
values |= prefixed("fence", fence()) | prefixed("first", first_weights()) | prefixed("trained", trained())
values |= prefixed("three", three()) | prefixed("hidden", fewer())
text = json.dumps({"lesson 7": values}, default=lambda v: v.item(), indent=1)
Path(__file__).with_name("published_07.json").write_text(text + "\n", encoding="utf-8")
