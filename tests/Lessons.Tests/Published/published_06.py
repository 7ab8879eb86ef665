"""Writes published_06.json beside it: what the original lab plots along the descents of lesson 6, and what that really is.

The lab calls its log loss with the arguments swapped, (y, A) for (A, y). The logarithms are then those of 0 and 1, all that
epsilon leaves of them, and the "loss" is the mean absolute error times -log(epsilon).

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 published_06.py
"""
import json
from pathlib import Path

import numpy as np
from sklearn.datasets import make_blobs

EPSILON = 1e-15


def model(X, W):
    return 1 / (1 + np.exp(-X @ W))


def log_loss(A, y):
    return float(-np.mean(y * np.log(A + EPSILON) + (1 - y) * np.log(1 - A + EPSILON)))


def swapped_descents():
    curves = {}
    for factor in (1, 2, 10):
        X, y = make_blobs(n_samples=100, n_features=2, centers=2, random_state=0)
        X[:, 1] *= factor
        y = y.reshape(-1, 1)
        W = np.array([[-2.0], [1.0]])
        curve = {"swapped": [], "error": []}
        for _ in range(51):
            A = model(X, W)
            curve["swapped"].append(log_loss(y, A))
            curve["error"].append(float(np.mean(np.abs(A - y))))
            W = W - 0.1 * X.T @ (A - y) / len(y)
        curves[f"x2 times {factor}"] = curve
    return curves


text = json.dumps({"swapped descents": swapped_descents()}, indent=1)
Path(__file__).with_name("published_06.json").write_text(text + "\n", encoding="utf-8")
