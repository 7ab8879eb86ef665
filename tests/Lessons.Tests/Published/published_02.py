"""Writes published_02.json beside it: what NumPy and scikit-learn compute where lesson 2 prints a number.

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 published_02.py
A likelihood is given by its mantissa, the number before E; sklearn.metrics.log_loss has the last word on the log losses.
"""
import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.datasets import make_blobs
from sklearn.metrics import log_loss


def plants(m):
    X, y = make_blobs(n_samples=m, n_features=2, centers=2, random_state=0)
    return X, y.astype(float)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def answers(X, w1, w2, b):
    return sigmoid(X @ [w1, w2] + b)


def truth(X, y, *parameters):
    a = answers(X, *parameters)
    return np.where(y == 1, a, 1 - a)


def loss(X, y, *parameters):
    return log_loss(y, answers(X, *parameters), eps=1e-300)


def squared(X, y, *parameters):
    return np.mean((answers(X, *parameters) - y) ** 2)


def mantissa(likelihood):
    return likelihood / 10 ** np.floor(np.log10(likelihood))


def scores():
    X, y = plants(100)
    z = X @ [1, -1] + 1
    right = (z >= 0) == y
    return {f"z{i}": z[i] for i in range(5)} | {
        "right": right.sum(),
        "size when right": np.abs(z[right]).mean(),
        "size when wrong": np.abs(z[~right]).mean(),
    } | {f"sigmoid({z})": sigmoid(z) for z in (-5, -2, 0, 1, 2, 5)} | {f"odds({z})": np.exp(z) for z in (1, 2, 3)}


def tosses():
    random = np.random.RandomState(0)
    return {f"tosses {count}": (random.rand(count) < 0.8).sum() for count in (10, 100, 10_000)}


def likelihoods():
    values = {f"L({a})": a**7 * (1 - a) ** 3 for a in (0.5, 0.7, 0.9)}
    X, y = plants(100)
    for k in (0, 0.5, 1, 2, 3):
        values[f"likelihood of k = {k}"] = mantissa(np.prod(truth(X, y, k, -k, k)))
        values[f"loss of k = {k}"] = loss(X, y, k, -k, k)
    for m in (100, 1000, 10_000):
        X, y = plants(m)
        for k in (1, 2):
            product = np.prod(truth(X, y, k, -k, k))
            values[f"{m}: likelihood of k = {k}"] = mantissa(product) if product > 0 else 0
            values[f"{m}: log-likelihood of k = {k}"] = np.sum(np.log(truth(X, y, k, -k, k)))
    values["10000: loss"] = loss(X, y, 1, -1, 1)
    values["factors"] = np.argmax(np.cumprod(truth(X, y, 1, -1, 1)) == 0) + 1
    return values


def walks():
    X, y = plants(100)
    random = np.random.RandomState(0)
    above = {loss: 0, squared: 0}
    for _ in range(10_000):
        P, Q, t = random.randn(3), random.randn(3), random.rand()
        for cost in above:
            above[cost] += cost(X, y, *(P + t * (Q - P))) > (1 - t) * cost(X, y, *P) + t * cost(X, y, *Q) + 1e-12
    return {"walks of the loss": above[loss], "walks of the squared error": above[squared]}


def descents():
    X, y = plants(100)

    def slope(w):
        return np.mean((answers(X, w, -1, 1) - y) * X[:, 0])

    def places(w, rate, steps):
        for _ in range(steps):
            yield w
            w = w - rate * slope(w)
        yield w

    values = {f"step {i}": w for i, w in enumerate(places(-3, 2, 6))}
    for w in (-3, 0, 1, 4):
        values |= {f"J({w})": loss(X, y, w, -1, 1), f"slope({w})": slope(w)}
    for rate in (0.1, 2, 8):
        *_, w = places(-3, rate, 10)
        values |= {f"w of rate {rate}": w, f"loss of rate {rate}": loss(X, y, w, -1, 1)}
    values["bottom"] = minimize_scalar(lambda w: loss(X, y, w, -1, 1), bounds=(0, 2), method="bounded", options={"xatol": 1e-12}).x
    *_, values["w after 100"] = places(-3, 2, 100)
    values["best k"] = minimize_scalar(lambda k: loss(X, y, k, -k, k), bounds=(0, 5), method="bounded", options={"xatol": 1e-12}).x
    return values


values = {"lesson 2": scores() | tosses() | likelihoods() | walks() | descents()}
text = json.dumps(values, default=lambda v: v.item(), indent=1)
Path(__file__).with_name("published_02.json").write_text(text + "\n", encoding="utf-8")
