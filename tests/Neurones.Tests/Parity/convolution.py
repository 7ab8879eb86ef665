"""Writes convolution.json beside it: convolutions and max poolings of one sample, with all gradients, and some of one channel.

The layouts are those of Neurones: (height, width, channels) and (kernel rows, kernel columns, channels, filters). PyTorch has
no "same" with a stride, so the zeros of TensorFlow's rule are put around the sample first. The loss is the sum of the
output times fixed numbers, dZ. Made with PyTorch 1.13, SciPy 1.10.1 and NumPy 1.24.2:  python3 convolution.py
"""
import json
from pathlib import Path

import numpy as np
import torch
from scipy.signal import correlate2d


def flat(array):
    return {"shape": list(array.shape), "values": np.ascontiguousarray(array).ravel().tolist()}


def zeros(length, kernel, stride, padding):
    total = max((-(-length // stride) - 1) * stride + kernel - length, 0) if padding == "Same" else 0
    return total // 2, total - total // 2


def channels_first(x):
    return torch.tensor(np.moveaxis(x, 2, 0)[None])


def channels_last(t):
    return np.moveaxis(t.detach().numpy()[0], 0, 2)


def convolution(r, height, width, channels, kernel, filters, stride, padding):
    X, W, b = r.randn(height, width, channels), r.randn(*kernel, channels, filters), r.randn(filters)
    x = channels_first(X).requires_grad_()
    w = torch.tensor(W.transpose(3, 2, 0, 1).copy()).requires_grad_()
    bias = torch.tensor(b).requires_grad_()
    around = zeros(width, kernel[1], stride, padding) + zeros(height, kernel[0], stride, padding)
    z = torch.nn.functional.conv2d(torch.nn.functional.pad(x, around), w, bias, stride)
    Z = channels_last(z)
    dZ = r.randn(*Z.shape)
    (z * channels_first(dZ)).sum().backward()
    return {"stride": stride, "padding": padding, "X": flat(X), "W": flat(W), "b": flat(b), "Z": flat(Z), "dZ": flat(dZ),
            "dX": flat(channels_last(x.grad)), "dW": flat(w.grad.numpy().transpose(2, 3, 1, 0)), "db": flat(bias.grad.numpy())}


def pooling(r, height, width, channels, size, stride):
    X = r.randint(0, 10, (height, width, channels)).astype(float)  # Small whole numbers, so that some are equal.
    x = channels_first(X).requires_grad_()
    a = torch.nn.functional.max_pool2d(x, size, stride)
    A = channels_last(a)
    dA = r.randn(*A.shape)
    (a * channels_first(dA)).sum().backward()
    return {"size": size, "stride": stride, "X": flat(X), "A": flat(A), "dA": flat(dA), "dX": flat(channels_last(x.grad))}


def correlation(r, height, width, kernel):
    X, K = r.randn(height, width), r.randn(*kernel)
    return {"X": X.tolist(), "K": K.tolist(), "valid": correlate2d(X, K, "valid").tolist(),
            "same": correlate2d(X, K, "same").tolist()}


r = np.random.RandomState(13)
values = {
    "convolutions": [
        convolution(r, 5, 5, 1, (3, 3), 1, 1, "Valid"),
        convolution(r, 6, 5, 2, (3, 2), 3, 1, "Same"),
        convolution(r, 7, 8, 3, (3, 3), 2, 2, "Same"),
        convolution(r, 8, 7, 2, (2, 4), 2, 3, "Valid"),
        convolution(r, 5, 4, 1, (1, 1), 2, 2, "Same"),
        convolution(r, 2, 3, 1, (5, 5), 2, 1, "Same")],
    "poolings": [pooling(r, 4, 4, 1, 2, 2), pooling(r, 7, 6, 3, 2, 2), pooling(r, 6, 7, 2, 3, 1), pooling(r, 5, 5, 1, 2, 3)],
    "correlations": [correlation(r, 3, 3, (3, 3)), correlation(r, 5, 7, (3, 3)), correlation(r, 6, 4, (5, 1))],
}
Path(__file__).with_name("convolution.json").write_text(json.dumps(values) + "\n", encoding="utf-8")
