"""Writes published_05b.json beside it: what NumPy and scikit-learn compute where lesson 5b prints or draws a number.

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 published_05b.py
"""
import json
from pathlib import Path

import numpy as np
from sklearn.datasets import make_blobs


def model(X, W, b):
    return 1 / (1 + np.exp(-(X @ W + b)))


def log_loss(A, y):
    return float(-np.mean(y * np.log(A) + (1 - y) * np.log(1 - A)))


def accuracy(A, y):
    return float(np.mean((A >= 0.5) == (y == 1)))


def train(X, y, rate=0.1, iterations=100):
    random = np.random.RandomState(0)
    W, b = random.randn(X.shape[1], 1), float(random.randn())
    for _ in range(iterations):
        A = model(X, W, b)
        W, b = W - rate * X.T @ (A - y) / len(y), b - rate * float(np.mean(A - y))
    return W, b


def blobs(seed):
    X, y = make_blobs(n_samples=100, n_features=2, centers=2, random_state=seed)
    return X, y.reshape(-1, 1)


def lesson_5b():
    (X, y), (X2, y2) = blobs(0), blobs(3)
    W, b = train(X, y)
    W2, b2 = train(X2, y2)
    careful = model(X, *train(X, y, rate=0.01))
    A = model(X, W, b)
    long_W, long_b = train(X, y, iterations=200)
    rounded = model(X, np.round(W, 4), round(b, 4))
    return {
        "plants": accuracy(A, y), "mushrooms": accuracy(model(X2, W2, b2), y2), "mixed up": accuracy(model(X, W2, b), y),
        "w1": W[0, 0], "w2": W[1, 0], "b": b, "loss": log_loss(A, y),
        "careful: loss": log_loss(careful, y), "careful: accuracy": accuracy(careful, y),
        "plant 0": A[0, 0], "plant 0 rounded": rounded[0, 0],
        "200: w1": long_W[0, 0], "200: w2": long_W[1, 0], "200: b": long_b, "200: loss": log_loss(model(X, long_W, long_b), y),
    }


text = json.dumps({"lesson 5b": lesson_5b()}, default=lambda v: v.item(), indent=1)
Path(__file__).with_name("published_05b.json").write_text(text + "\n", encoding="utf-8")
