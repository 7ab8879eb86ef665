"""Writes published.json beside it: what NumPy and scikit-learn compute where the lessons print or draw a number.

Made with NumPy 1.24.2, scikit-learn 1.2.1 and h5py; the folder of the photos is the argument:  python3 published.py DATA
Without it the values on the photos, lesson 6, are left out.
"""
import json
import sys
from pathlib import Path

import h5py
import numpy as np
from sklearn.datasets import make_blobs

EPSILON = 1e-15


def model(X, W, b):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-(X @ W + b)))


def log_loss(A, y):
    return float(-np.mean(y * np.log(A + EPSILON) + (1 - y) * np.log(1 - A + EPSILON)))


def gradients(A, X, y):
    return X.T @ (A - y) / len(y), float(np.mean(A - y))


def accuracy(A, y):
    return float(np.mean((A >= 0.5) == (y == 1)))


def initialise(X, seed=0):
    random = np.random.RandomState(seed)
    return random.randn(X.shape[1], 1), float(random.randn())


def train(X, y, rate, iterations, seed=0):
    W, b = initialise(X, seed)
    losses = []
    for _ in range(iterations):
        A = model(X, W, b)
        losses.append(log_loss(A, y))
        dW, db = gradients(A, X, y)
        W, b = W - rate * dW, b - rate * db
    return W, b, losses


def blobs(features=2):
    X, y = make_blobs(n_samples=100, n_features=features, centers=2, random_state=0)
    return X, y.reshape(-1, 1)


def lesson_5():
    X, y = blobs()
    W, b = initialise(X)
    A = model(X, W, b)
    dW, db = gradients(A, X, y)
    values = {
        "first w1": W[0, 0], "first w2": W[1, 0], "first b": b, "first loss": log_loss(A, y), "first accuracy": accuracy(A, y),
        "z of plant 0": float(X[0] @ W + b), "dW1": dW[0, 0], "dW2": dW[1, 0], "db": db,
        "loss after one step": log_loss(model(X, W - 0.1 * dW, b - 0.1 * db), y),
    }
    W, b, _ = train(X, y, 0.1, 100)
    A = model(X, W, b)
    alike = A[A >= 0.8]
    X5, y5 = blobs(features=5)
    W5, b5, losses5 = train(X5, y5, 0.1, 100)
    return values | {
        "w1": W[0, 0], "w2": W[1, 0], "b": b, "loss": log_loss(A, y), "accuracy": accuracy(A, y),
        "P(toxic)": model(np.array([[2, 1]]), W, b)[0, 0],
        "alike": len(alike), "alike said": np.mean(alike), "alike toxic": np.mean(y[A >= 0.8]),
        "slope": -W[0, 0] / W[1, 0], "intercept": -b / W[1, 0],
        "five: first loss": losses5[0], "five: last loss": losses5[-1], "five: accuracy": accuracy(model(X5, W5, b5), y5),
    }


def descents():
    """Lesson 6, x2 times 1, 2 and 10: the log loss along the way that gradient descent takes with the bias held at 0."""
    curves = {}
    for factor in (1, 2, 10):
        X, y = blobs()
        X[:, 1] *= factor
        W = np.array([[-2.0], [1.0]])
        curve = [log_loss(model(X, W, 0), y)]
        for _ in range(50):
            W = W - 0.1 * gradients(model(X, W, 0), X, y)[0]
            curve.append(log_loss(model(X, W, 0), y))
        curves[f"x2 times {factor}"] = curve
    return curves


def photos(folder, name, suffix):
    with h5py.File(Path(folder) / "catdog" / f"{name}.hdf5") as file:
        X = file[f"X_{suffix}"][:].astype(float)
        return X.reshape(len(X), -1), file[f"Y_{suffix}"][:].astype(float)


def shrink(X, block):
    side = 64 // block
    return X.reshape(len(X), side, block, side, block).mean(axis=(2, 4)).reshape(len(X), -1)


def lesson_6(folder):
    raw, y = photos(folder, "trainset", "train")
    raw_test, y_test = photos(folder, "testset", "test")
    raw_W, raw_b = initialise(raw)
    X, X_test = ((values - raw.min()) / (raw.max() - raw.min()) for values in (raw, raw_test))
    W, b, _ = train(X, y, 0.01, 10_000)
    A, A_test = model(X, W, b), model(X_test, W, b)
    small_W, small_b, _ = train(shrink(X, 4), y, 0.1, 10_000)
    small_A, small_test = model(shrink(X, 4), small_W, small_b), model(shrink(X_test, 4), small_W, small_b)
    sure = (A_test < 0.1) | (A_test > 0.9)
    return {
        "raw loss": log_loss(model(raw, raw_W, raw_b), y),
        "train loss": log_loss(A, y), "train accuracy": accuracy(A, y),
        "test loss": log_loss(A_test, y_test), "test accuracy": accuracy(A_test, y_test),
        "sure": int(sure.sum()), "sure and wrong": int((sure & ((A_test >= 0.5) != (y_test == 1))).sum()),
        "small: train loss": log_loss(small_A, y), "small: test loss": log_loss(small_test, y_test), "small: test accuracy": accuracy(small_test, y_test),
    }


def main(folder=None):
    values = {"lesson 5": lesson_5()} | ({"lesson 6": lesson_6(folder)} if folder else {}) | {"descents": descents()}
    text = json.dumps(values, default=lambda v: v.item(), indent=1)
    Path(__file__).with_name("published.json").write_text(text + "\n", encoding="utf-8")


main(*sys.argv[1:])
