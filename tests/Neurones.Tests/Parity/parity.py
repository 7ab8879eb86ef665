"""Writes the JSON files beside it: what NumPy and scikit-learn compute, for the tests to compare with.

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 parity.py
"""
import json
from pathlib import Path

import numpy as np
from sklearn.datasets import make_blobs
from sklearn.metrics import log_loss as sklearn_log_loss
from sklearn.preprocessing import MinMaxScaler

SEEDS = [0, 1, 42, 2**32 - 1]


def write(name, values):
    text = json.dumps(values, default=lambda v: v.tolist())
    Path(__file__).with_name(name).write_text(text + "\n", encoding="utf-8")


def random_state(seed):
    """One generator through every method in turn, so that their order and the waiting normal number count too."""
    r = np.random.RandomState(seed)
    values = {
        "seed": seed,
        "rand": [r.rand() for _ in range(5)],
        "randn": [r.randn() for _ in range(5)],
        "randMatrix": r.rand(2, 3),
        "randnMatrix": r.randn(3, 2),
        "uniform": r.uniform(-10, 10, (2, 2)),
        "normal": r.normal(5, 0.25, (3, 3)),
        "randint": r.randint(-3, 7, 12),
        "randintWide": r.randint(-2**31, 2**31 - 1, 5),
        "randintOne": int(r.randint(4, 5)),
        "permutation": r.permutation(17),
    }
    items = list("abcdefghij")
    r.shuffle(items)
    values["shuffle"] = "".join(items)
    for _ in range(2000):
        last = r.rand()
    values["after2000"] = last
    return values


def blobs(samples, features, centers, deviation, seed):
    X, y = make_blobs(samples, features, centers=centers, cluster_std=deviation, random_state=seed)
    return {"samples": samples, "features": features, "centers": centers, "deviation": deviation, "seed": seed, "X": X, "y": y}


def model(X, W, b):
    return 1 / (1 + np.exp(-(X.dot(W) + b)))


def log_loss(A, y):
    epsilon = 1e-15
    return float(-np.mean(y * np.log(A + epsilon) + (1 - y) * np.log(1 - A + epsilon)))


def stable_log_loss(X, y, W, b):
    z = X.dot(W) + b
    return float(np.mean(np.logaddexp(0, z) - y * z))


def neuron(seed, samples, features, rate, iterations, scale=1):
    """The course's neuron; loss and accuracy of record k are measured before update k, the last after all of them."""
    X, y = make_blobs(samples, features, centers=2, random_state=seed)
    X, y = X * scale, y.reshape(-1, 1)
    r = np.random.RandomState(seed)
    W, b = r.randn(features, 1), r.randn()
    losses, stable_losses, accuracies = [], [], []
    for i in range(iterations + 1):
        A = model(X, W, b)
        losses.append(log_loss(A, y))
        stable_losses.append(stable_log_loss(X, y, W, b))
        accuracies.append(float(np.mean((A >= 0.5) == y)))
        if i == 0:
            dW, db = X.T.dot(A - y) / len(y), float(np.mean(A - y))
            first = {"W": W.ravel(), "b": b, "A": A.ravel(), "dW": dW.ravel(), "db": db}
        if i < iterations:
            W, b = W - rate * X.T.dot(A - y) / len(y), b - rate * float(np.mean(A - y))
    return {
        "seed": seed, "samples": samples, "features": features, "rate": rate, "iterations": iterations, "scale": scale,
        "first": first, "losses": losses, "stableLosses": stable_losses, "accuracies": accuracies,
        "W": W.ravel(), "b": b, "A": A.ravel(),
    }


def metrics():
    r = np.random.RandomState(3)
    y, p = r.randint(0, 2, 40), r.rand(40)
    p[:4], y[:4] = [0, 1, 0, 1], [0, 1, 1, 0]
    return {"y": y, "probability": p, "logLoss": sklearn_log_loss(y, p), "accuracy": float(np.mean((p >= 0.5) == y))}


def scaling():
    r = np.random.RandomState(4)
    train, test = r.randn(6, 3) * [1, 100, 0] + [0, 50, 7], r.randn(4, 3) * [2, 200, 1]
    scaler = MinMaxScaler().fit(train)
    return {"train": train, "test": test, "scaledTrain": scaler.transform(train), "scaledTest": scaler.transform(test)}


write("random.json", [random_state(s) for s in SEEDS])
write("blobs.json", [
    blobs(100, 2, 2, 1.0, 0), blobs(10, 3, 4, 0.5, 1), blobs(7, 1, 3, 2.0, 42), blobs(2, 5, 3, 1.0, 2**32 - 1), blobs(5, 2, 1, 0.0, 7)])
write("neuron.json", [
    neuron(0, 100, 2, 0.1, 100), neuron(1, 60, 5, 0.01, 200), neuron(42, 33, 9, 0.05, 50), neuron(3, 400, 200, 0.001, 30, scale=0.1)])
write("metrics.json", metrics())
write("scaling.json", scaling())
