"""Writes published_12.json beside it: what NumPy and SciPy compute where lesson 12 prints a number.

Made with NumPy 1.24.2 and SciPy 1.10.1; the folder of the digits is the argument:  python3 published_12.py DATA
Without it the values on the digits are left out.
"""
import gzip
import json
import sys
from pathlib import Path

import numpy as np
from scipy.special import log_softmax, softmax


def idx(file, header):
    """The numbers of an IDX file, which follow a header of so many bytes."""
    return np.frombuffer(gzip.open(file).read(), np.uint8, offset=header)


def load(folder):
    """The test images of MNIST alone, as the lesson finds them: 8,000 to train on, 2,000 to test with."""
    X = idx(Path(folder) / "mnist" / "t10k-images-idx3-ubyte.gz", 16).reshape(-1, 784) / 255
    y = idx(Path(folder) / "mnist" / "t10k-labels-idx1-ubyte.gz", 8).astype(int)
    return (X[:8000], y[:8000]), (X[8000:], y[8000:])


def measure(X, y, W, b):
    Z = X @ W + b
    return -log_softmax(Z, axis=1)[np.arange(len(y)), y].mean(), (Z.argmax(axis=1) == y).mean()


def digits(folder):
    (X, y), (X_test, y_test) = load(folder)
    Y, W, b, values = np.eye(10)[y], np.zeros((784, 10)), np.zeros((1, 10)), {}
    random = np.random.RandomState(0)
    values["untrained"] = measure(X_test, y_test, W, b)[1]
    draws = np.random.RandomState(0)
    first = X[:1] @ draws.randn(784, 10) + draws.randn(1, 10)
    values |= {f"score {c}": first[0, c] for c in range(10)}
    for epoch in range(1, 31):
        order = random.permutation(len(y))
        for start in range(0, len(y), 32):
            some = order[start:start + 32]
            dZ = softmax(X[some] @ W + b, axis=1) - Y[some]
            W, b = W - 0.1 * X[some].T @ dZ / len(some), b - 0.1 * dZ.mean(axis=0, keepdims=True)
        if epoch <= 5:
            values[f"loss {epoch}"] = measure(X, y, W, b)[0]
            values[f"test accuracy {epoch}"] = measure(X_test, y_test, W, b)[1]
        if epoch == 5:
            values["test loss"] = measure(X_test, y_test, W, b)[0]
            A = softmax(X_test @ W + b, axis=1)
            answers, truth = A.argmax(axis=1), A[np.arange(len(y_test)), y_test]
            worst = truth.argsort(kind="stable")[:4]
            values |= {f"worst {i}": float(k) for i, k in enumerate(worst)} | {f"worst {i}: truth": truth[k] for i, k in enumerate(worst)}
            counts = np.zeros((10, 10))
            np.add.at(counts, (y_test, answers), 1)
            np.fill_diagonal(counts, 0)
            values["most confused"] = counts.max()
            for n in (1, 2, 3):
                values[f"best {n}"] = np.mean((A > truth[:, None]).sum(axis=1) < n)
    values["30 epochs: test loss"], values["30 epochs: test accuracy"] = measure(X_test, y_test, W, b)
    return values


def by_hand():
    a = softmax([2.0, 1.0, 0.1])
    return {f"share {i}": a[i] for i in range(3)} | {"log 10": np.log(10)}


values = {"lesson 12": by_hand()}
if len(sys.argv) > 1:
    values["lesson 12, photos"] = digits(sys.argv[1])
text = json.dumps(values, default=lambda v: v.item(), indent=1)
Path(__file__).with_name("published_12.json").write_text(text + "\n", encoding="utf-8")
