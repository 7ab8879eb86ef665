"""Writes softmax.json beside it: what NumPy, SciPy and scikit-learn compute for softmax regression.

Made with NumPy 1.24.2, SciPy 1.10.1 and scikit-learn 1.2.1:  python3 softmax.py
"""
import json
from pathlib import Path

import numpy as np
from scipy.special import log_softmax, softmax
from sklearn.datasets import make_blobs
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss


def temperatures():
    """Rows of ordinary, equal and huge numbers."""
    Z = np.array([[2.0, 1.0, 0.1], [5, 5, 5], [-3, 0, 800], [1000, 1000.5, -1000]])
    return {"Z": Z, "softmax": [{"temperature": T, "A": softmax(Z / T, axis=1)} for T in [0.5, 1, 10]]}


def descent(seed, samples, features, classes, rate, epochs, batch, scale=1):
    """Mini-batches in the order of RandomState(seed).permutation, from weights of 0; the loss by SciPy's log_softmax, of all samples before each epoch."""
    X, y = make_blobs(samples, features, centers=classes, cluster_std=3, random_state=seed)
    X = X * scale
    Y = np.eye(classes)[y]
    r = np.random.RandomState(seed)
    W, b = np.zeros((features, classes)), np.zeros((1, classes))
    losses, accuracies = [], []

    def measure():
        Z = X @ W + b
        losses.append(float(-(Y * log_softmax(Z, axis=1)).sum(axis=1).mean()))
        accuracies.append(float(np.mean(Z.argmax(axis=1) == y)))

    for _ in range(epochs):
        measure()
        order = r.permutation(samples) if batch else np.arange(samples)
        for start in range(0, samples, batch or samples):
            some = order[start:start + (batch or samples)]
            dZ = softmax(X[some] @ W + b, axis=1) - Y[some]
            dW, db = X[some].T @ dZ / len(some), dZ.mean(axis=0, keepdims=True)
            W, b = W - rate * dW, b - rate * db
    measure()
    A = softmax(X @ W + b, axis=1)
    return {
        "seed": seed, "samples": samples, "features": features, "classes": classes, "rate": rate, "epochs": epochs, "batch": batch, "scale": scale,
        "X": X, "y": y, "losses": losses, "accuracies": accuracies, "W": W, "b": b, "A": A[:5],
        "logLoss": log_loss(y, A, labels=range(classes)),
    }


def best():
    """The bottom of the bowl, by scikit-learn's solver, without a penalty."""
    X, y = make_blobs(90, 2, centers=3, cluster_std=10, random_state=6)
    X = (X - X.mean(axis=0)) / X.std(axis=0)
    model = LogisticRegression(penalty=None, tol=1e-12, max_iter=10_000).fit(X, y)
    return {"X": X, "y": y, "loss": log_loss(y, model.predict_proba(X)), "A": model.predict_proba(X)[:5]}


Path(__file__).with_name("softmax.json").write_text(json.dumps({
    "temperatures": temperatures(),
    "descents": [descent(0, 100, 2, 3, 0.1, 5, None), descent(1, 103, 5, 4, 0.05, 8, 32), descent(2, 60, 37, 10, 0.01, 6, 7), descent(3, 50, 3, 2, 0.02, 4, 1),
                 descent(4, 40, 2, 3, 100.0, 3, 16, scale=20)],
    "best": best(),
}, default=lambda v: v.tolist()) + "\n", encoding="utf-8")
