"""Writes networks.json beside it: what NumPy (sigmoid) and scikit-learn (tanh, ReLU) compute, for the tests to compare with.

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 networks.py
"""
import json
import warnings
from pathlib import Path

import numpy as np
from sklearn.datasets import make_circles
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier


def circles(samples):
    """The course's data: samples in columns."""
    X, y = make_circles(n_samples=samples, noise=0.1, factor=0.3, random_state=0)
    return X.T, y.reshape(1, -1)


def initialise(sizes, seed):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(sizes)):
        parameters[f"W{l}"] = np.random.randn(sizes[l], sizes[l - 1])
        parameters[f"b{l}"] = np.zeros((sizes[l], 1))
    return parameters


def forward_propagation(X, parameters):
    activations = {"A0": X}
    for l in range(1, len(parameters) // 2 + 1):
        Z = parameters[f"W{l}"].dot(activations[f"A{l - 1}"]) + parameters[f"b{l}"]
        activations[f"A{l}"] = 1 / (1 + np.exp(-Z))
    return activations, Z


def back_propagation(y, parameters, activations):
    m, C, gradients = y.shape[1], len(parameters) // 2, {}
    dZ = activations[f"A{C}"] - y
    for l in reversed(range(1, C + 1)):
        gradients[f"dW{l}"] = 1 / m * np.dot(dZ, activations[f"A{l - 1}"].T)
        gradients[f"db{l}"] = 1 / m * np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            A = activations[f"A{l - 1}"]
            dZ = np.dot(parameters[f"W{l}"].T, dZ) * A * (1 - A)
    return {"d" + name: gradients["d" + name] for name in parameters}


def training(hidden, samples, seed, rate, iterations, record_every):
    """The course's network; loss and accuracy of a record are measured before its update, the last after all of them."""
    X, y = circles(samples)
    parameters = initialise([2, *hidden, 1], seed)
    losses, accuracies = [], []
    for i in range(iterations + 1):
        activations, Z = forward_propagation(X, parameters)
        gradients = back_propagation(y, parameters, activations)
        if i == 0:
            first = {"activations": {k: A for k, A in activations.items() if k != "A0"}, "gradients": gradients, "initial": dict(parameters)}
        if i % record_every == 0 or i == iterations:
            losses.append(float(np.mean(np.logaddexp(0, Z) - y * Z)))
            accuracies.append(float(np.mean((Z >= 0) == y)))
        if i < iterations:
            parameters = {k: v - rate * gradients["d" + k] for k, v in parameters.items()}
    return {
        "hidden": hidden, "samples": samples, "seed": seed, "rate": rate, "iterations": iterations, "recordEvery": record_every,
        "losses": losses, "accuracies": accuracies, "final": parameters,
        "first": first if max(hidden) < 8 else None, "answers": activations[f"A{len(hidden) + 1}"],
    }


def sklearn_gradients(activation, hidden, seed):
    """Loss and gradients of scikit-learn's network at random parameters; what its last pass over the data left in its arrays."""
    X, y = circles(12)
    parameters = initialise([2, *hidden, 1], seed)
    r = np.random.RandomState(seed + 1)
    C = len(hidden) + 1
    for l in range(1, C + 1):
        parameters[f"b{l}"] = r.randn(*parameters[f"b{l}"].shape)
    mlp = MLPClassifier(hidden, activation=activation, solver="sgd", alpha=0, max_iter=1, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        mlp.fit(X.T, y.ravel())
    mlp.coefs_ = [parameters[f"W{l}"].T for l in range(1, C + 1)]
    mlp.intercepts_ = [parameters[f"b{l}"].ravel() for l in range(1, C + 1)]
    sizes = [2, *hidden, 1]
    activations = [X.T] + [np.empty((12, n)) for n in sizes[1:]]
    deltas = [np.empty_like(a) for a in activations]
    dW = [np.empty_like(W) for W in mlp.coefs_]
    db = [np.empty_like(b) for b in mlp.intercepts_]
    loss, dW, db = mlp._backprop(X.T, y.T, activations, deltas, dW, db)
    gradients = {}
    for l in range(1, C + 1):
        gradients[f"dW{l}"], gradients[f"db{l}"] = dW[l - 1].T, db[l - 1].reshape(-1, 1)
    return {
        "activation": {"logistic": "sigmoid"}.get(activation, activation), "samples": X.shape[1], "parameters": parameters,
        "loss": float(loss), "gradients": gradients, "answers": activations[-1].T,
    }


values = {
    "trainings": [
        training([32], 100, 0, 0.1, 1000, 100),
        training([3], 12, 1, 0.5, 200, 50),
        training([4, 3], 12, 2, 0.5, 300, 50),
        training([7, 5, 2], 12, 3, 0.2, 300, 50),
    ],
    "gradients": [sklearn_gradients(a, h, i) for i, (a, h) in enumerate(
        [("logistic", (5, 3)), ("tanh", (4,)), ("tanh", (5, 3)), ("relu", (4,)), ("relu", (6, 5, 3))])],
}
text = json.dumps(values, default=lambda v: v.tolist())
Path(__file__).with_name("networks.json").write_text(text + "\n", encoding="utf-8")
