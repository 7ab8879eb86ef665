"""Writes early.json beside it: what NumPy and scikit-learn compute for the linear neuron and the perceptron.

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 early.py
"""
import itertools
import json
from pathlib import Path

import numpy as np
from sklearn.datasets import make_blobs
from sklearn.linear_model import LinearRegression, Perceptron


def descend(X, y, W, b, rate, iterations, every):
    """Gradient descent on half the mean squared error; a loss is measured before its update, the last after all of them."""
    losses = []
    for i in range(iterations + 1):
        E = X.dot(W) + b - y
        if i % every == 0 or i == iterations:
            losses.append(float(np.mean(E**2) / 2))
        if i < iterations:
            W, b = W - rate * X.T.dot(E) / len(y), b - rate * float(np.mean(E))
    return losses, W, b


def published():
    """The table of design.md: one generator draws the points first, then w and b."""
    r = np.random.RandomState(42)
    X = r.rand(2, 1)
    w, b = r.randn(1, 1), r.randn()
    losses, W, b = descend(X, 2 * X + 1, w, b, 0.1, 1001, 100)
    return {"losses": losses, "w": float(W[0, 0]), "b": b}


def linear(seed, samples, features, rate, iterations):
    """Points and noise are drawn from seed; W and b from the same seed again, as Fit draws them."""
    r = np.random.RandomState(seed)
    X, truth, noise = r.randn(samples, features), r.randn(features, 1), r.randn(samples, 1)
    y = X.dot(truth) + 3 + 0.1 * noise
    r = np.random.RandomState(seed)
    losses, W, b = descend(X, y, r.randn(features, 1), r.randn(), rate, iterations, 10)
    best = LinearRegression().fit(X, y)
    return {
        "seed": seed, "samples": samples, "features": features, "rate": rate, "iterations": iterations, "losses": losses,
        "W": W.ravel(), "b": b, "bestW": best.coef_.ravel(), "bestB": float(best.intercept_[0]),
        "bestLoss": float(np.mean((best.predict(X) - y) ** 2) / 2),
    }


def learn(X, y, rate, passes):
    """Rosenblatt's rule, sample by sample, until a pass makes no error; errors are those of the weights before each pass."""
    W, b, wrong = np.zeros(X.shape[1]), 0.0, []
    for _ in range(passes):
        wrong.append(int(np.sum((X.dot(W) + b >= 0) != y)))
        moved = False
        for x, label in zip(X, y):
            answer = 1 if x.dot(W) + b >= 0 else 0
            W, b = W + rate * (label - answer) * x, b + rate * (label - answer)
            moved |= bool(answer != label)
        if not moved:
            break
    wrong.append(int(np.sum((X.dot(W) + b >= 0) != y)))
    return W, b, wrong


def perceptron(seed, samples, features, rate, passes):
    X, y = make_blobs(samples, features, centers=2, random_state=seed)
    y = y ^ y[0]  # scikit-learn moves the weights at x W + b = 0 whatever the label: a first sample of class 0 makes both alike.
    W, b, wrong = learn(X, y, rate, passes)
    peer = Perceptron(shuffle=False, tol=None, eta0=rate, max_iter=passes).fit(X, y)
    return {
        "seed": seed, "samples": samples, "features": features, "rate": rate, "passes": passes,
        "W": W, "b": b, "wrong": wrong, "sklearnW": peer.coef_[0], "sklearnB": float(peer.intercept_[0]),
    }


def gates():
    """All functions of two inputs but the constant ones, at a rate of 1, where sums are whole numbers."""
    X = np.array(list(itertools.product([0, 1], repeat=2)), dtype=float)
    learned = []
    for y in itertools.product([0, 1], repeat=4):
        if 0 < sum(y) < 4:
            W, b, wrong = learn(X, np.array(y), 1.0, 25)
            learned.append({"y": y, "W": W, "b": b, "wrong": wrong})
    return learned


Path(__file__).with_name("early.json").write_text(json.dumps({
    "published": published(),
    "linear": [linear(0, 100, 1, 0.1, 100), linear(1, 60, 5, 0.05, 200), linear(2, 5, 2, 0.2, 30), linear(3, 40, 33, 0.01, 50), linear(4, 5000, 9, 0.1, 60)],
    "perceptron": [perceptron(1, 100, 2, 0.1, 100), perceptron(0, 100, 2, 1.0, 20), perceptron(2, 60, 3, 0.5, 100), perceptron(5, 50, 10, 0.01, 100)],
    "gates": gates(),
}, default=lambda v: v.tolist()) + "\n", encoding="utf-8")
