"""Writes published_09.json beside it: what NumPy and scikit-learn compute where lesson 9 prints a number.

Made with NumPy 1.24.2, scikit-learn 1.2.1 and h5py; the folder of the photos is the argument:  python3 published_09.py DATA
Without it the values on the photos are left out.
"""
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.datasets import make_circles

EPSILON = 1e-15


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def log_loss(A, y):
    return float(-np.mean(y * np.log(A + EPSILON) + (1 - y) * np.log(1 - A + EPSILON)))


def accuracy(A, y):
    return float(np.mean((A >= 0.5) == (y == 1)))


def initialise(n0, n1, n2, seed=0):
    random = np.random.RandomState(seed)
    W1 = random.randn(n1, n0)
    return {"W1": W1, "b1": np.zeros((n1, 1)), "W2": random.randn(n2, n1), "b2": np.zeros((n2, 1))}


def forward(X, p):
    A1 = sigmoid(p["W1"] @ X + p["b1"])
    return A1, sigmoid(p["W2"] @ A1 + p["b2"])


def backward(X, y, p, A1, A2):
    m = y.shape[1]
    dZ2 = A2 - y
    dZ1 = p["W2"].T @ dZ2 * A1 * (1 - A1)
    return {
        "W1": dZ1 @ X.T / m, "b1": dZ1.mean(axis=1, keepdims=True),
        "W2": dZ2 @ A1.T / m, "b2": dZ2.mean(axis=1, keepdims=True),
    }


def train(X, y, p, iterations, rate=0.1, each=lambda i, p: None):
    for i in range(iterations):
        each(i, p)
        gradients = backward(X, y, p, *forward(X, p))
        p = {name: value - rate * gradients[name] for name, value in p.items()}
    each(iterations, p)
    return p


def circles():
    X, y = make_circles(n_samples=100, noise=0.1, factor=0.3, random_state=0)
    return X.T, y.reshape(1, -1)


def untrained(X, y):
    p = initialise(2, 32, 1)
    A1, A2 = forward(X, p)
    gradients = backward(X, y, p, A1, A2)
    after = {name: value - 0.1 * gradients[name] for name, value in p.items()}
    return {
        "first W1": p["W1"][0, 0], "first W2": p["W2"][0, 0], "first a0": A2[0, 0], "first a4": A2[0, 4], "first loss": log_loss(A2, y),
        "first dW1": gradients["W1"][0, 0], "first db1": gradients["b1"][0, 0], "first dW2": gradients["W2"][0, 0], "db2": gradients["b2"][0, 0],
        "loss after one step": log_loss(forward(X, after)[1], y), "first accuracy": accuracy(A2, y),
    }


def trained(X, y):
    p = train(X, y, initialise(2, 32, 1), 1000)
    A2 = forward(X, p)[1]
    new = forward(np.array([[0, 1, 0.5], [0, 0, 0.5]]), p)[1]
    return (
        {f"W1 {i + 1}{j + 1}": p["W1"][i, j] for i in range(3) for j in range(2)}
        | {"loss": log_loss(A2, y), "accuracy": accuracy(A2, y)}
        | {f"new {i}": new[0, i] for i in range(3)}
    )


def sizes(X, y):
    values = {}
    for n1 in (2, 4, 8, 16, 32):
        losses = []
        for seed in range(5):
            A2 = forward(X, train(X, y, initialise(2, n1, 1, seed), 1000))[1]
            losses.append(log_loss(A2, y))
            if seed == 0:
                values |= {f"{n1}: loss": losses[0], f"{n1}: accuracy": accuracy(A2, y)}
        values |= {f"{n1}: last seed": losses[-1], f"{n1}: mean": np.mean(losses)}
    for n1 in (2, 4):
        values[f"{n1}: patient"] = log_loss(forward(X, train(X, y, initialise(2, n1, 1), 10_000))[1], y)
    return values


def photos(folder):
    import h5py

    def flat(file, name):
        with h5py.File(Path(folder) / "catdog" / file) as data:
            X, y = data["X_" + name][:], data["Y_" + name][:]
        return X.reshape(len(X), -1).T.astype(float), y.reshape(1, -1).astype(float)

    (X, y), (XTest, yTest) = flat("trainset.hdf5", "train"), flat("testset.hdf5", "test")
    low, high = X.min(), X.max()
    X, XTest = (X - low) / (high - low), (XTest - low) / (high - low)

    wild = initialise(4096, 16, 1)
    hidden, answers = forward(X, wild)
    first = forward(X, train(X, y, wild, 300))[1]
    tests = {}

    def measure(i, p):
        if i % 10 == 0:
            A = forward(XTest, p)[1]
            tests[i] = (log_loss(A, yTest), accuracy(A, yTest))

    A = forward(X, train(X, y, wild | {"W1": wild["W1"] / 64}, 1000, rate=0.05, each=measure))[1]
    best = min(tests, key=tests.get)
    return {
        "first try: start": log_loss(answers, y), "first try: end": log_loss(first, y),
        "saturated": 100 * np.mean((hidden < 0.01) | (hidden > 0.99)),
        "train loss": log_loss(A, y), "train accuracy": accuracy(A, y), "test loss": tests[1000][0], "test accuracy": tests[1000][1],
        "best iteration": best, "best test loss": tests[best][0], "best test accuracy": tests[best][1],
    }


points = circles()
values = {"lesson 9": untrained(*points) | trained(*points) | sizes(*points)}
if len(sys.argv) > 1:
    values["lesson 9, photos"] = photos(sys.argv[1])
text = json.dumps(values, default=lambda v: v.item(), indent=1)
Path(__file__).with_name("published_09.json").write_text(text + "\n", encoding="utf-8")
