"""Writes layers.json beside it: what PyTorch computes for small networks of layers: answers, loss, gradients and three steps.

Samples, parameters and answers wanted are drawn by RandomState(seed) in this order, and rounded to float32, so that the tests
draw the same. The layouts are those of Neurones: samples (m, ...), photos with channels last, W of a dense layer (inputs,
outputs), W of a convolution (rows, columns, channels, filters). PyTorch computes in double. PyTorch has no "same" with a
stride, so the zeros of TensorFlow's rule are put around the photos first. Made with PyTorch 1.13 and NumPy 1.24.2:  python3 layers.py
"""
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

SAMPLES = 6
STEPS = 3
OPTIMISERS = {
    "Adam": lambda parameters: torch.optim.Adam(parameters, lr=0.01),
    "Descent": lambda parameters: torch.optim.SGD(parameters, lr=0.1),
    "Momentum": lambda parameters: torch.optim.SGD(parameters, lr=0.1, momentum=0.9),
}


class Dense:
    def __init__(self, outputs, L1=0.0, L2=0.0):
        self.outputs, self.L1, self.L2 = outputs, L1, L2

    def shapes(self, x):
        return [(x.shape[1], self.outputs), (self.outputs,)]

    def __call__(self, x, W, b):
        return F.linear(x, W.T, b)


class Convolution2D:
    def __init__(self, filters, kernel, stride=1, same=False, L1=0.0, L2=0.0):
        self.filters, self.kernel, self.stride, self.same, self.L1, self.L2 = filters, kernel, stride, same, L1, L2

    def shapes(self, x):
        return [(self.kernel, self.kernel, x.shape[3], self.filters), (self.filters,)]

    def zeros(self, length):
        total = max((-(-length // self.stride) - 1) * self.stride + self.kernel - length, 0) if self.same else 0
        return total // 2, total - total // 2

    def __call__(self, x, W, b):
        around = self.zeros(x.shape[2]) + self.zeros(x.shape[1])
        z = F.conv2d(F.pad(x.permute(0, 3, 1, 2), around), W.permute(3, 2, 0, 1), b, self.stride)
        return z.permute(0, 2, 3, 1)


class Plain:
    """A layer that doesn't learn."""

    def __init__(self, function):
        self.function = function

    def shapes(self, x):
        return []

    def __call__(self, x):
        return self.function(x)


def max_pooling(size, stride):
    return Plain(lambda x: F.max_pool2d(x.permute(0, 3, 1, 2), size, stride).permute(0, 2, 3, 1))


def reshape(*shape):
    return Plain(lambda x: x.reshape(len(x), *shape))


def flatten():
    return Plain(lambda x: x.reshape(len(x), -1))


def sigmoid():
    return Plain(torch.sigmoid)


def tanh():
    return Plain(torch.tanh)


def relu():
    return Plain(torch.relu)


def softmax():
    return Plain(lambda x: torch.softmax(x, 1))


LOSSES = {
    "MeanSquaredError": F.mse_loss,
    "BinaryCrossEntropy": F.binary_cross_entropy,
    "CategoricalCrossEntropy": lambda A, Y: F.nll_loss(torch.log(A), Y.argmax(1)),
}


def wanted(loss, r, shape):
    if loss == "MeanSquaredError":
        return r.randn(*shape)
    if loss == "BinaryCrossEntropy":
        return r.randint(0, 2, shape).astype(float)
    return np.eye(shape[1])[r.randint(0, shape[1], shape[0])]


def accuracy(loss, A, Y):
    if loss == "MeanSquaredError":
        return None
    right = (A >= 0.5) == (Y >= 0.5) if loss == "BinaryCrossEntropy" else A.argmax(1) == Y.argmax(1)
    return float(right.double().mean())


def rounded(numbers):
    return torch.tensor(np.float32(numbers).astype(np.float64))


def forward(layers, parameters, x):
    for place, layer in enumerate(layers, 1):
        x = layer(x, *parameters.get(place, []))
    return x


def draw(layers, r, x):
    parameters = {}
    for place, layer in enumerate(layers, 1):
        shapes = layer.shapes(x)
        if shapes:
            parameters[place] = [rounded(0.5 * r.randn(*shape)).requires_grad_() for shape in shapes]
        x = layer(x, *parameters.get(place, []))
    return parameters


def named(layers, parameters, prefix="", of=lambda tensor: tensor):
    return {
        f"{prefix}{place}.{type(layers[place - 1]).__name__}.{name}": [float(f"{v:.12g}") for v in of(tensor).detach().numpy().ravel()]
        for place, tensors in parameters.items() for name, tensor in zip("Wb", tensors)}


def penalty(layers, parameters):
    weights = [(layers[place - 1], tensors[0]) for place, tensors in parameters.items()]
    return sum(layer.L1 * W.abs().sum() + layer.L2 * (W ** 2).sum() for layer, W in weights)


def case(seed, name, shape, layers, loss, optimisers=("Adam",)):
    r = np.random.RandomState(seed)
    X = rounded(r.randn(SAMPLES, *shape))
    first = draw(layers, r, X)
    A = forward(layers, first, X)
    Y = rounded(wanted(loss, r, A.shape))
    value = LOSSES[loss](A, Y)
    value.backward()
    trainings = {}
    for optimiser in optimisers:
        parameters = {place: [t.detach().clone().requires_grad_() for t in tensors] for place, tensors in first.items()}
        steps = OPTIMISERS[optimiser]([t for tensors in parameters.values() for t in tensors])
        losses = []
        for _ in range(STEPS):
            steps.zero_grad()
            before = LOSSES[loss](forward(layers, parameters, X), Y)
            losses.append(float(f"{before.item():.12g}"))
            (before + penalty(layers, parameters)).backward()
            steps.step()
        trainings[optimiser] = {"losses": losses, "parameters": named(layers, parameters)}
    return {
        "name": name, "seed": seed, "loss": float(f"{value.item():.12g}"), "accuracy": accuracy(loss, A, Y),
        "answers": [float(f"{v:.12g}") for v in A.detach().numpy().ravel()],
        "gradients": named(layers, first, "d", lambda tensor: tensor.grad), "trainings": trainings}


ALL = ("Adam", "Descent", "Momentum")
MSE, LOG, CROSS = "MeanSquaredError", "BinaryCrossEntropy", "CategoricalCrossEntropy"
values = [
    case(1, "one neuron", (2,), [Dense(1)], MSE, ALL),
    case(2, "tanh", (3,), [Dense(4), tanh(), Dense(2)], MSE, ALL),
    case(3, "sigmoid", (4,), [Dense(5), sigmoid(), Dense(2), sigmoid()], LOG, ALL),
    case(4, "relu", (5,), [Dense(6), relu(), Dense(3), softmax()], CROSS, ALL),
    case(5, "softmax in the middle", (4,), [Dense(5), softmax(), Dense(3), tanh()], MSE),
    case(6, "softmax and squares", (4,), [Dense(3), softmax()], MSE),
    case(7, "sigmoid and squares", (4,), [Dense(3), sigmoid()], MSE),
    case(8, "activations first", (4,), [tanh(), relu(), Dense(3), sigmoid(), tanh(), Dense(2)], MSE),
    case(9, "valid convolution", (5, 5, 1), [Convolution2D(2, 3), relu(), flatten(), Dense(3), softmax()], CROSS),
    case(10, "same convolution", (4, 5, 3), [Convolution2D(2, 3, same=True), tanh(), max_pooling(2, 2), flatten(), Dense(2), softmax()], CROSS),
    case(11, "stride 2", (7, 6, 3), [Convolution2D(3, 3, 2), sigmoid(), flatten(), Dense(1), sigmoid()], LOG),
    case(12, "stride 2, same", (5, 6, 1), [Convolution2D(2, 3, 2, same=True), tanh(), Convolution2D(3, 2, same=True)], MSE, ALL),
    case(13, "stride 2, same, kernel 4", (6, 5, 3), [Convolution2D(2, 4, 2, same=True), flatten(), Dense(2)], MSE),
    case(14, "kernel 1, stride 3", (4, 5, 2), [Convolution2D(3, 1, 3), flatten(), Dense(2)], MSE),
    case(15, "pooling 3, stride 2", (8, 7, 1), [Convolution2D(2, 2), max_pooling(3, 2), relu(), flatten(), Dense(2), softmax()], CROSS),
    case(16, "pooling first", (6, 7, 3), [max_pooling(2, 2), Convolution2D(2, 2), max_pooling(2, 1), flatten(), Dense(2)], MSE),
    case(17, "two convolutions", (8, 8, 1), [
        Convolution2D(3, 3, same=True), relu(), max_pooling(2, 2), Convolution2D(4, 3), relu(), flatten(), Dense(3), softmax()], CROSS),
    case(18, "reshape", (6,), [Dense(12), reshape(3, 4, 1), Convolution2D(2, 2), tanh(), reshape(2, 6), flatten(), Dense(2), sigmoid()], LOG),
    case(19, "penalties", (4, 4, 1), [
        Convolution2D(2, 2, L1=0.02, L2=0.01), relu(), flatten(), Dense(3, L1=0.03), tanh(), Dense(2, L2=0.05)], MSE, ALL),
]
Path(__file__).with_name("layers.json").write_text(json.dumps(values) + "\n", encoding="utf-8")
