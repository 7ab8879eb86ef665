"""Writes published_04.json beside it: what NumPy and scikit-learn compute where lesson 4 prints a number.

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 published_04.py
"""
import json
from pathlib import Path

import numpy as np
from sklearn.datasets import make_blobs


def model(X, W, b):
    return 1 / (1 + np.exp(-(X @ W + b)))


def log_loss(A, y):
    return float(-np.mean(y * np.log(A) + (1 - y) * np.log(1 - A)))


def gradients(A, X, y):
    return X.T @ (A - y) / len(y), float(np.mean(A - y))


def blobs(features):
    X, y = make_blobs(n_samples=100, n_features=features, centers=2, random_state=0)
    return X, y.reshape(-1, 1)


def numbers(name, M):
    return {f"{name}{i + 1}{j + 1}": float(value) for (i, j), value in np.ndenumerate(M)}


def matrices():
    P = np.array([[1, 2, 3], [4, 5, 6]])
    Q = np.array([[10, 20, 30], [40, 50, 60]])
    R = np.array([[1, 0], [2, 1], [0, 3]])
    return numbers("PR", P @ R) | numbers("RP", R @ P) | numbers("pointwise", P * Q) | numbers("PQt", P @ Q.T)


def four_plants():
    X = np.array([[4, 2], [1, 3], [2, 1], [3, 5]])
    y = np.array([[1], [0], [1], [0]])
    W, b = np.array([[2], [-1]]), -1
    A = model(X, W, b)
    dW, db = gradients(A, X, y)
    return numbers("Z", X @ W + b) | numbers("A", A) | {"four: loss": log_loss(A, y), "four: db": db} | numbers("four: dW", dW)


def hundred_plants():
    X, y = blobs(2)
    random = np.random.RandomState(0)
    W, b = random.randn(2, 1), float(random.randn())
    A = model(X, W, b)
    dW, db = gradients(A, X, y)
    after = log_loss(model(X, W - 0.1 * dW, b - 0.1 * db), y)
    return {"dw1": dW[0, 0], "dw2": dW[1, 0], "db": db, "loss": log_loss(A, y), "loss after one step": after}


def five_variables():
    X, y = blobs(5)
    W = np.random.RandomState(0).randn(5, 1)
    return numbers("five: dW", gradients(model(X, W, 0), X, y)[0])


values = {"lesson 4": matrices() | four_plants() | hundred_plants() | five_variables()}
text = json.dumps(values, default=lambda v: v.item(), indent=1)
Path(__file__).with_name("published_04.json").write_text(text + "\n", encoding="utf-8")
