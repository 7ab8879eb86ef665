"""Writes data-*.json beside it: scikit-learn's data sets, splits, scales and measures, for the tests to compare with.

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 data.py
"""
import json
from pathlib import Path

import numpy as np
from sklearn import metrics
from sklearn.datasets import make_circles, make_moons
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, PolynomialFeatures, StandardScaler


def write(name, values):
    text = json.dumps(values, default=lambda v: v.tolist())
    Path(__file__).with_name(f"data-{name}.json").write_text(text + "\n", encoding="utf-8")


def curve(make, samples, noise, seed, shuffle, **factor):
    X, y = make(samples, noise=noise, random_state=seed, shuffle=shuffle, **factor)
    return {"samples": samples, "noise": noise, "seed": seed, "shuffle": shuffle, **factor, "X": X, "y": y}


def split(labels, test_size, seed, stratify):
    """Splits the samples' numbers, so that the values say which sample went where."""
    train, test = train_test_split(
        range(len(labels)), test_size=test_size, random_state=seed, stratify=labels if stratify else None)
    return {"y": labels, "testSize": test_size, "seed": seed, "stratify": stratify, "train": train, "test": test}


def splits():
    r = np.random.RandomState(5)
    skewed, many = (r.rand(50) < 0.2).astype(int), r.randint(0, 7, 61)
    plain = [split([0] * m, size, seed, False)
             for m, size, seed in [(10, 0.25, 0), (100, 0.07, 42), (2, 0.01, 1), (7, 0.5, 2**32 - 1), (5, 0.8, 3)]]
    by_class = [split(y, size, seed, True)
                for y in (skewed, many, [1, 0] * 9, [3, 1, 2] * 5) for size, seed in [(0.25, 0), (0.5, 1), (0.333, 42)]]
    return plain + by_class


def scaled(scaler, train, test):
    scaler.fit(train)
    return {"train": train, "test": test, "scaledTrain": scaler.transform(train), "scaledTest": scaler.transform(test)}


def scales():
    """Columns: ordinary, far from 0, constant, constant but for rounding, hardly varying, one outlier."""
    r = np.random.RandomState(6)
    train, test = r.randn(9, 6) * [1, 50, 0, 0, 1e-7, 1] + [0, 5000, 7, 0.1, 0, 0], r.randn(4, 6)
    train[:, 3] = 0.1 + np.arange(9) * np.spacing(0.1)
    train[2, 5] = 1e6
    return {"minMax": scaled(MinMaxScaler(), train, test), "standard": scaled(StandardScaler(), train, test)}


def polynomial(samples, variables, degree, bias):
    X = np.random.RandomState(degree).randn(samples, variables)
    features = PolynomialFeatures(degree, include_bias=bias)
    products = features.fit_transform(X)
    names = features.get_feature_names_out([f"x{i + 1}" for i in range(variables)])
    return {"degree": degree, "includeBias": bias, "X": X, "products": products, "names": list(names)}


def one_hot(classes):
    y = np.random.RandomState(8).randint(0, classes - 1, 9)
    encoded = OneHotEncoder(categories=[range(classes)], sparse_output=False).fit_transform(y.reshape(-1, 1))
    return {"y": y, "classes": classes, "encoded": encoded}


def binary(y, predicted):
    measures = {name: getattr(metrics, f"{name}_score")(y, predicted, zero_division=0) for name in ("precision", "recall", "f1")}
    return {"y": y, "predicted": predicted, **measures}


def roc(y, score):
    """The first threshold is left out: it was the second plus 1 until scikit-learn 1.3 made it infinite."""
    false_rate, true_rate, thresholds = metrics.roc_curve(y, score, drop_intermediate=False)
    return {"y": y, "score": score, "falsePositiveRate": false_rate, "truePositiveRate": true_rate,
            "thresholds": thresholds[1:], "auc": metrics.roc_auc_score(y, score)}


def measures():
    r = np.random.RandomState(9)
    y, score = r.randint(0, 2, 30), r.randn(30)
    truth, answers = r.randint(0, 4, 40), r.choice([0, 1, 3, 4], 40)
    values, guesses = r.randn(12) * 100, r.randn(12) * 100
    return {
        "meanSquaredError": {"y": values, "predicted": guesses, "value": metrics.mean_squared_error(values, guesses)},
        "confusion": {"y": truth, "predicted": answers, "counts": metrics.confusion_matrix(truth, answers, labels=range(5)),
                      "accuracy": metrics.accuracy_score(truth, answers)},
        "binary": [binary(y, (score > 0.3).astype(int)), binary([0, 1, 1], [0, 0, 0]), binary([0, 0, 0], [1, 0, 1]),
                   binary([0, 0], [0, 0]), binary([1, 1, 0], [1, 1, 0])],
        "roc": [roc(y, score), roc(y, np.round(score)), roc(y, score * 0), roc([0, 1], [0.2, 0.8]), roc([1, 0, 1], [-3.0, 5.0, 5.0])],
    }


write("circles", [
    curve(make_circles, 100, 0.1, 0, True, factor=0.3),
    curve(make_circles, 7, None, 42, True, factor=0.8),
    curve(make_circles, 12, 0.25, 1, False, factor=0.0),
    curve(make_circles, 5, 0.0, 2**32 - 1, True, factor=0.999),
    curve(make_circles, 1, 0.5, 3, True, factor=0.5)])
write("moons", [
    curve(make_moons, 60, 0.1, 0, True),
    curve(make_moons, 7, None, 42, True),
    curve(make_moons, 12, 0.25, 1, False),
    curve(make_moons, 2, 0.0, 2**32 - 1, True),
    curve(make_moons, 1, 0.5, 3, True)])
write("split", splits())
write("preprocessing", {
    **scales(), "polynomials": [polynomial(3, 2, 2, True), polynomial(2, 3, 3, False), polynomial(2, 1, 5, True)], "oneHot": one_hot(5)})
write("metrics", measures())
