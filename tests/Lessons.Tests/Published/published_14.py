"""Writes published_14.json beside it: what PyTorch (in double) and NumPy compute where lesson 14 prints a number.

First weights, the order of the samples and what dropout drops come from NumPy's RandomState, as in Neurones.
Made with PyTorch 1.13, NumPy 1.24.2 and scikit-learn 1.2.1:  python3 published_14.py
"""
import json
from pathlib import Path

import numpy as np
import torch
from sklearn.datasets import make_moons

torch.set_default_dtype(torch.float64)
log_loss = torch.nn.functional.binary_cross_entropy_with_logits
DEVIATIONS = {"Randn": lambda n, k: 1, "Xavier": lambda n, k: np.sqrt(2 / (n + k)), "He": lambda n, k: np.sqrt(2 / n)}


def moons(samples, seed):
    X, y = make_moons(n_samples=samples, noise=0.3, random_state=seed)
    return torch.tensor(X), torch.tensor(y[:, None].astype(float))


class Network:
    def __init__(self, hidden, g=torch.relu, first="He"):
        random, sizes = np.random.RandomState(0), [2, *hidden, 1]
        self.g = g
        self.W = [torch.tensor(random.randn(n, k) * DEVIATIONS[first](n, k), requires_grad=True) for n, k in zip(sizes, sizes[1:])]
        self.b = [torch.zeros(k, requires_grad=True) for k in sizes[1:]]

    def answers(self, X, dropout=0, random=None):
        A = [X]
        for W, b in zip(self.W[:-1], self.b):
            A.append(self.g(A[-1] @ W + b))
            if dropout:
                A[-1] = A[-1] * torch.tensor((random.rand(*A[-1].shape) >= dropout) / (1 - dropout))
        return [*A[1:], A[-1] @ self.W[-1] + self.b[-1]]

    def measure(self, X, y):
        with torch.no_grad():
            z = self.answers(X)[-1]
            return log_loss(z, y).item(), ((z >= 0) == (y > 0.5)).double().mean().item()

    def fit(self, X, y, epochs=300, optimiser=lambda p: torch.optim.Adam(p, lr=0.01), l1=0, l2=0, dropout=0, validation=None):
        steps, order, dropped, history = optimiser([*self.W, *self.b]), np.random.RandomState(0), np.random.RandomState(1), []
        for _ in range(epochs):
            for batch in np.array_split(order.permutation(len(X)), range(20, len(X), 20)):
                loss = log_loss(self.answers(X[batch], dropout, dropped)[-1], y[batch])
                for W in self.W:
                    loss = loss + l1 * W.abs().sum() + l2 * (W * W).sum()
                steps.zero_grad()
                loss.backward()
                steps.step()
            if validation:
                history.append(self.measure(*validation)[0])
        return history


def both(name, network, train, validation):
    values = zip(("train loss", "train accuracy", "loss", "accuracy"), network.measure(*train) + network.measure(*validation))
    return {f"{name}: {what}": value for what, value in values}


def cures(few, many, validation, test):
    values = {}
    line, big, more, small = Network([], first="Xavier"), Network([64, 64]), Network([64, 64]), Network([4])
    line.fit(*few)
    history = big.fit(*few, validation=validation)
    more.fit(*many, epochs=30)
    small.fit(*few)
    for name, network, train in (("line", line, few), ("big", big, few), ("more", more, many), ("small", small, few)):
        values |= both(name, network, train, validation)
    values |= {"best loss": min(history), "best epoch": int(np.argmin(history)) + 1}
    early = Network([64, 64])
    early.fit(*few, epochs=values["best epoch"])
    values |= both("early", early, few, validation)
    for name, penalties in (("L1", {"l1": 0.01}), ("dropout", {"dropout": 0.5})):
        network = Network([64, 64])
        network.fit(*few, **penalties)
        values |= both(name, network, few, validation)
    for l2 in (0.0001, 0.0003, 0.001, 0.003, 0.005, 0.01, 0.02, 0.1):
        network = Network([64, 64])
        network.fit(*few, l2=l2)
        values |= both(f"L2 {l2}", network, few, validation)
        if l2 == 0.005:
            values["L2 0.005: test loss"] = network.measure(*test)[0]
    return values


def truth(X, y):
    X, y, t = X.numpy(), y.numpy()[:, 0], np.linspace(0, np.pi, 501)
    near = [np.exp(-((X[:, None, :] - c) ** 2).sum(2) / (2 * 0.09)).sum(1) for c in (
        np.stack([np.cos(t), np.sin(t)], 1), np.stack([1 - np.cos(t), 0.5 - np.sin(t)], 1))]
    a = near[1] / (near[0] + near[1])
    return {"truth: loss": -np.mean(np.log(np.where(y == 1, a, 1 - a))), "truth: accuracy": np.mean((a >= 0.5) == y)}


def deep(X, y):
    values = {}
    for g, activation, first in ((torch.sigmoid, "sigmoid", "Xavier"), (torch.relu, "ReLU", "Randn"), (torch.relu, "ReLU", "Xavier"), (torch.relu, "ReLU", "He"), (torch.tanh, "tanh", "Xavier")):
        name, network = f"{activation}, {first}", Network([32] * 8, g, first)
        answers = network.answers(X)
        values |= {f"{name}: size {l}": (answers[l - 1] ** 2).mean().sqrt().item() for l in (1, 4, 8)}
        values[f"{name}: first loss"] = network.measure(X, y)[0]
        if first != "Randn":
            network.fit(X, y, epochs=20, optimiser=lambda p: torch.optim.SGD(p, lr=0.1))
            values[f"{name}: loss"] = network.measure(X, y)[0]
    return values


def canyon():
    values = {}
    for name, optimiser in (
        ("SGD", lambda p: torch.optim.SGD(p, lr=0.009)),
        ("momentum", lambda p: torch.optim.SGD(p, lr=0.003, momentum=0.9)),
        ("Adam", lambda p: torch.optim.Adam(p, lr=0.2)),
    ):
        b, w = torch.tensor(-3.0, requires_grad=True), torch.tensor(1.5, requires_grad=True)
        steps = optimiser([b, w])
        for _ in range(100):
            J = (b - 1) ** 2 + 100 * (w - 1) ** 2
            steps.zero_grad()
            J.backward()
            steps.step()
        values |= {f"{name}: b": b.item(), f"{name}: w": w.item(), f"{name}: J": ((b - 1) ** 2 + 100 * (w - 1) ** 2).item()}
    return values


def rates(X, y):
    values = {}
    for name, optimiser in (
        ("SGD", lambda rate: lambda p: torch.optim.SGD(p, lr=rate)),
        ("momentum", lambda rate: lambda p: torch.optim.SGD(p, lr=rate, momentum=0.9)),
        ("Adam", lambda rate: lambda p: torch.optim.Adam(p, lr=rate)),
    ):
        for rate in (0.001, 0.01, 0.1, 1):
            network = Network([64, 64])
            network.fit(X, y, epochs=20, optimiser=optimiser(rate))
            values[f"{name}, rate {rate}"] = network.measure(X, y)[0]
    return values


few, many, validation, test = moons(50, 5), moons(500, 5), moons(1000, 6), moons(1000, 7)
lesson = cures(few, many, validation, test) | truth(*validation) | deep(*many) | canyon() | rates(*many)
lesson["dropout: mean"] = 2 * np.mean(np.random.RandomState(0).rand(1000, 100) >= 0.5)
lesson["first loss"] = Network([64, 64]).measure(*few)[0]
text = json.dumps({"lesson 14": lesson}, default=lambda v: v.item(), indent=1)
Path(__file__).with_name("published_14.json").write_text(text + "\n", encoding="utf-8")
