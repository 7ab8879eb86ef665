"""Writes digits.json next to this script: what NumPy reads from the 10,000 test digits of MNIST, and from the first 8,000
and last 2,000 of them.

python3 digits.py        needs numpy, and NEURONES_DATA to name the folder that has mnist/; without it nothing is written
"""
import gzip
import hashlib
import json
import os
import pathlib

import numpy as np

folder = pathlib.Path(os.environ.get("NEURONES_DATA", "nowhere")) / "mnist"
if not folder.exists():
    raise SystemExit


def read(name, header):
    with gzip.open(folder / name) as file:
        return np.frombuffer(file.read(), np.uint8, offset=header)


images = read("t10k-images-idx3-ubyte.gz", 16).reshape(-1, 28, 28)
labels = read("t10k-labels-idx1-ubyte.gz", 8)


def summary(x, y):
    at = [[0, 14, 14], [0, 7, 6], [1, 20, 10], [len(x) - 1, 6, 14], [len(x) - 1, 14, 6]]
    return {
        "shape": list(x.shape),
        "sha256": hashlib.sha256(x.tobytes()).hexdigest(),
        "labels": hashlib.sha256(y.tobytes()).hexdigest(),
        "first": y[:12].tolist(),
        "counts": np.bincount(y, minlength=10).tolist(),
        "pixels": [{"at": place, "value": int(x[tuple(place)])} for place in at],
    }


# The mean image of each class as a classifier: the same answers must come out elsewhere.
def nearest_mean(train, train_labels, test, test_labels):
    x, t = (a.reshape(len(a), -1).astype(float) for a in (train, test))
    means = np.array([x[train_labels == k].mean(axis=0) for k in range(10)])
    distances = (means**2).sum(axis=1) - 2 * t @ means.T
    return int((distances.argmin(axis=1) == test_labels).sum())


values = {
    "train": summary(images[:8000], labels[:8000]),
    "test": summary(images[8000:], labels[8000:]),
    "nearestMeanRight": nearest_mean(images[:8000], labels[:8000], images[8000:], labels[8000:]),
}
(pathlib.Path(__file__).parent / "digits.json").write_text(json.dumps(values) + "\n")
