"""Writes data-*.json beside it: scikit-learn's data sets, for the tests to compare with.

Made with NumPy 1.24.2 and scikit-learn 1.2.1:  python3 data.py
"""
import json
from pathlib import Path

import numpy as np
from sklearn.datasets import make_circles, make_moons


def write(name, values):
    text = json.dumps(values, default=lambda v: v.tolist())
    Path(__file__).with_name(f"data-{name}.json").write_text(text + "\n", encoding="utf-8")


def curve(make, samples, noise, seed, shuffle, **factor):
    X, y = make(samples, noise=noise, random_state=seed, shuffle=shuffle, **factor)
    return {"samples": samples, "noise": noise, "seed": seed, "shuffle": shuffle, **factor, "X": X, "y": y}


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
