"""The Python sides of the benchmark: each computation as a good NumPy, PyTorch or scikit-learn programmer writes it.

    python3 peers.py {numpy | torch | scikit-learn} THREADS

answers one JSON request a line on standard input, {"kind", "numbers", "runs", "seconds"}, with one JSON line: it reads
the numbers from the .npz file, repeats the computation at least so many times and for at least so many seconds, and
replies {"seconds": of one run, "peakBytes": of the process, "answer": [...]}, or {} where it hasn't this computation. The threads of BLAS and
OpenMP are set by the environment, before Python starts; THREADS are PyTorch's own.
"""
import functools
import json
import sys
import time
import warnings

import numpy as np

try:
    import resource
except ImportError:  # Windows.
    resource = None

EPSILON = 1e-15


def layers(n):
    """[(W1, b1), (W2, b2), ...]"""
    count = sum(name[0] == "W" for name in n)
    return [(n[f"W{l}"], n[f"b{l}"]) for l in range(1, count + 1)]


def means(values):
    """The mean, and the mean weighted by place, which other values at the same places don't have."""
    values = np.asarray(values, dtype=np.float64).ravel()
    return [values.mean(), values @ np.arange(values.size) / values.size / values.size]


def digits(n):
    """Samples in rows and their classes, repeated until there is one for each place of the order; and the order."""
    order = n["order"].ravel().astype(int)
    repeated = np.arange(len(order)) % len(n["X"])
    return np.ascontiguousarray(n["X"])[repeated], n["y"].ravel().astype(int)[repeated], order


class NumPy:
    """The formulas of the course: samples in rows for the neuron, in columns for the network."""

    def __init__(self):
        global correlate2d
        try:
            from scipy.signal import correlate2d
        except ImportError:
            self.sample_by_sample = None

        self.name = f"NumPy {np.__version__}"

    def neuron(self, n):
        X, y, rate, iterations, every = n["X"], n["y"], n["rate"], int(n["iterations"]), int(n["every"])
        m = len(y)

        def measure(A):
            return self.log_loss(A, y), ((A >= 0.5) == y).mean() if n["accuracy"] else None

        def train():
            W, b, history = n["W"], n["b"], []
            for i in range(iterations):
                A = 1 / (1 + np.exp(-(X @ W + b)))
                if i % every == 0:
                    history.append(measure(A))
                dZ = A - y
                W = W - rate * (X.T @ dZ / m)
                b = b - rate * (dZ.sum() / m)
            history.append(measure(1 / (1 + np.exp(-(X @ W + b)))))
            return W, b, history

        def answer(trained):
            W, b, history = trained
            return [history[-1][0], np.mean((X @ W + b >= 0) == y), b, W.sum()]

        return train, answer

    def network(self, n):
        X, y, rate, iterations = n["X"], n["y"], n["rate"], int(n["iterations"])
        m = X.shape[1]

        def train():
            parameters = layers(n)
            for _ in range(iterations):
                A = self.forward(X, parameters)
                dZ = A[-1] - y
                updated = []
                for (W, b), A_before in zip(reversed(parameters), reversed(A[:-1])):
                    dW, db = dZ @ A_before.T / m, dZ.sum(axis=1, keepdims=True) / m
                    if A_before is not X:
                        dZ = W.T @ dZ * A_before * (1 - A_before)
                    updated.append((W - rate * dW, b - rate * db))
                parameters = updated[::-1]
            return parameters, self.log_loss(self.forward(X, parameters)[-1], y)

        def answer(trained):
            (W1, b1), loss = trained[0][0], trained[1]
            return [loss, W1.sum(), b1.sum()]

        return train, answer

    def softmax(self, n, dtype=np.float64):
        X, y, order = digits(n)
        rate, size, classes = float(n["rate"]), int(n["batch"]), int(n["classes"])
        X, Y = X.astype(dtype, copy=False), np.eye(classes, dtype=dtype)[y]

        def probabilities(X, W, b):
            Z = X @ W + b
            E = np.exp(Z - Z.max(axis=1, keepdims=True))
            return E / E.sum(axis=1, keepdims=True)

        def train():
            W, b = np.zeros((X.shape[1], classes), dtype), np.zeros((1, classes), dtype)
            for start in range(0, len(order), size):
                some = order[start:start + size]
                X_some, m = X[some], len(some)
                dZ = probabilities(X_some, W, b) - Y[some]
                W = W - rate * (X_some.T @ dZ / m)
                b = b - rate * (dZ.sum(axis=0, keepdims=True) / m)
            return W, b

        def answer(trained):
            W, b = trained
            p = probabilities(X, W, b)[np.arange(len(y)), y]
            return [-np.log(p).mean(), W[:, 0].sum(), b[0, 0]]

        return train, answer

    def softmax_of_floats(self, n):
        return self.softmax(n, np.float32)

    def sample_by_sample(self, n):
        """A convolution by SciPy for each filter, max pooling and its way back by loops, as tutorials write it."""
        X, y, order, rate = n["X"].reshape(-1, 28, 28), n["y"].ravel().astype(int), n["order"].ravel().astype(int), n["rate"]
        Y = np.eye(int(n["classes"]))[y]

        def train():
            W, b, W2, b2 = n["W1"].T.reshape(8, 3, 3).copy(), n["b1"].ravel().copy(), n["W2"].copy(), n["b2"].ravel().copy()
            filters, loss = len(W), 0
            for i in order:
                Z = np.stack([correlate2d(X[i], W[f], "valid") + b[f] for f in range(filters)])
                A = np.maximum(Z, 0)
                P = np.empty((filters, A.shape[1] // 2, A.shape[2] // 2))
                for f in range(filters):
                    for r in range(P.shape[1]):
                        for c in range(P.shape[2]):
                            P[f, r, c] = A[f, 2 * r:2 * r + 2, 2 * c:2 * c + 2].max()
                flat = P.transpose(1, 2, 0).ravel()
                Z2 = flat @ W2 + b2
                E = np.exp(Z2 - Z2.max())
                A2 = E / E.sum()
                loss -= np.log(A2[y[i]])

                dZ2 = A2 - Y[i]
                dP = (W2 @ dZ2).reshape(P.shape[1], P.shape[2], filters).transpose(2, 0, 1)
                dA = np.zeros_like(A)
                for f in range(filters):
                    for r in range(P.shape[1]):
                        for c in range(P.shape[2]):
                            place = A[f, 2 * r:2 * r + 2, 2 * c:2 * c + 2].argmax()
                            dA[f, 2 * r + place // 2, 2 * c + place % 2] = dP[f, r, c]
                dZ = dA * (Z > 0)
                W -= rate * np.stack([correlate2d(X[i], dZ[f], "valid") for f in range(filters)])
                b -= rate * dZ.sum(axis=(1, 2))
                W2 -= rate * np.outer(flat, dZ2)
                b2 -= rate * dZ2
            return loss / len(order), W, b2

        return train, lambda trained: [trained[0], np.abs(trained[1]).sum(), np.abs(trained[2]).sum()]

    def costs(self, n):
        X, y, b = n["X"], n["y"], n["b"]

        def landscape():
            w1, w2 = np.meshgrid(n["w1"], n["w2"])
            A = 1 / (1 + np.exp(-(X @ np.stack([w1.ravel(), w2.ravel()]) + b)))
            return -(y * np.log(A + EPSILON) + (1 - y) * np.log(1 - A + EPSILON)).mean(axis=0).reshape(w1.shape)

        return landscape, means

    def boundary(self, n):
        X, parameters = n["X"], layers(n)
        return lambda: self.forward(X, parameters)[-1], means

    def product(self, n):
        A, B = n["A"], n["B"]
        return lambda: A @ B, means

    def product_of_floats(self, n):
        return self.product({name: matrix.astype(np.float32) for name, matrix in n.items()})

    @staticmethod
    def forward(X, parameters):
        A = [X]
        for W, b in parameters:
            A.append(1 / (1 + np.exp(-(W @ A[-1] + b))))
        return A

    @staticmethod
    def log_loss(A, y):
        return -(y * np.log(A + EPSILON) + (1 - y) * np.log(1 - A + EPSILON)).mean()


class PyTorch:
    """As PyTorch is taught: modules, autograd, an optimiser; samples in rows, float64."""

    def __init__(self, threads):
        global torch
        import torch

        torch.set_num_threads(threads)
        self.name = f"PyTorch {torch.__version__}"

    def neuron(self, n):
        X, y = torch.from_numpy(n["X"]), torch.from_numpy(n["y"])
        iterations, every = int(n["iterations"]), int(n["every"])

        def train():
            model = self.model([(n["W"].T, np.reshape(n["b"], (1, 1)))])
            history = []
            optimiser = torch.optim.SGD(model.parameters(), lr=float(n["rate"]))
            for i in range(iterations):
                z = model(X)
                loss = torch.nn.functional.binary_cross_entropy_with_logits(z, y)
                optimiser.zero_grad()
                loss.backward()
                if i % every == 0:
                    with torch.no_grad():
                        history.append((loss.item(), ((z >= 0) == y).double().mean().item() if n["accuracy"] else None))
                optimiser.step()
            return model

        def answer(model):
            with torch.no_grad():
                z = model(X)
                loss = torch.nn.functional.binary_cross_entropy_with_logits(z, y)
                accuracy = ((z >= 0) == y).double().mean()
                return [loss.item(), accuracy.item(), model[0].bias.item(), model[0].weight.sum().item()]

        return train, answer

    def network(self, n):
        X, y = (torch.from_numpy(np.ascontiguousarray(n[name].T)) for name in "Xy")
        iterations = int(n["iterations"])

        def train():
            model = self.model(layers(n))
            optimiser = torch.optim.SGD(model.parameters(), lr=float(n["rate"]))
            for _ in range(iterations):
                loss = torch.nn.functional.binary_cross_entropy_with_logits(model(X), y)
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
            return model

        def answer(model):
            with torch.no_grad():
                loss = torch.nn.functional.binary_cross_entropy_with_logits(model(X), y)
                return [loss.item(), model[0].weight.sum().item(), model[0].bias.sum().item()]

        return train, answer

    def softmax(self, n, dtype=np.float64):
        X, y, order = digits(n)
        X, y, order = (torch.from_numpy(array) for array in (X.astype(dtype, copy=False), y, order))
        size, classes = int(n["batch"]), int(n["classes"])

        def train():
            model = self.model([(np.zeros((classes, X.shape[1])), np.zeros((classes, 1)))]).to(X.dtype)
            optimiser = torch.optim.SGD(model.parameters(), lr=float(n["rate"]))
            for some in order.split(size):
                loss = torch.nn.functional.cross_entropy(model(X[some]), y[some])
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
            return model

        def answer(model):
            with torch.no_grad():
                loss = torch.nn.functional.cross_entropy(model(X), y)
                return [loss.item(), model[0].weight[0].sum().item(), model[0].bias[0].item()]

        return train, answer

    def softmax_of_floats(self, n):
        return self.softmax(n, np.float32)

    def costs(self, n):
        X, y, w1, w2 = (torch.from_numpy(n[name]) for name in ["X", "y", "w1", "w2"])
        b = float(n["b"])

        def landscape():
            grid = torch.meshgrid(w1.flatten(), w2.flatten(), indexing="xy")
            Z = X @ torch.stack([w.flatten() for w in grid]) + b
            losses = torch.nn.functional.binary_cross_entropy_with_logits(Z, y.expand_as(Z), reduction="none")
            return losses.mean(dim=0).reshape(grid[0].shape)

        return landscape, means

    def boundary(self, n):
        X, model = torch.from_numpy(np.ascontiguousarray(n["X"].T)), self.model(layers(n))

        def answers():
            with torch.no_grad():
                return torch.sigmoid(model(X))

        return answers, means

    def product(self, n):
        A, B = torch.from_numpy(n["A"]), torch.from_numpy(n["B"])
        return lambda: A @ B, means

    def product_of_floats(self, n):
        return self.product({name: matrix.astype(np.float32) for name, matrix in n.items()})

    def image_training(self, n):
        X, y = self.photos(n), torch.from_numpy(n["y"].ravel().astype(np.int64))

        def train(dropout=float(n["dropout"])):
            model = self.emnist(n, dropout)
            optimiser = torch.optim.Adam(model.parameters(), lr=float(n["rate"]))
            for _ in range(int(n["epochs"])):  # One batch holds all photos: their order changes nothing.
                loss = torch.nn.functional.cross_entropy(model(X), y)
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
            return model, loss.item()

        @functools.cache
        def without_dropout():
            model, loss = train(dropout=0)
            return [loss, model[0].weight.abs().sum().item(), model[-1].bias.abs().sum().item()]

        return train, lambda trained: without_dropout()

    def image_inference(self, n):
        X, model = self.photos(n), self.emnist(n, dropout=0).eval()

        def answers():
            with torch.no_grad():
                return torch.softmax(model(X), dim=1)

        return answers, means

    def sample_by_sample(self, n):
        X, y, order = self.photos(n), torch.from_numpy(n["y"].ravel().astype(np.int64)), n["order"].ravel().astype(int)

        def train():
            model = torch.nn.Sequential(
                self.convolution(n, 1, 3), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten(), self.dense(n, 2, (13, 13, 8)))
            optimiser = torch.optim.SGD(model.parameters(), lr=float(n["rate"]))
            losses = 0
            for i in order:
                loss = torch.nn.functional.cross_entropy(model(X[i:i + 1]), y[i:i + 1])
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
                losses += loss.item()
            return losses / len(order), model

        return train, lambda trained: [trained[0], trained[1][0].weight.abs().sum().item(), trained[1][-1].bias.abs().sum().item()]

    def emnist(self, n, dropout):
        return torch.nn.Sequential(
            self.convolution(n, 1, 5, padding=2), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
            self.convolution(n, 2, 3, padding=1), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
            torch.nn.Flatten(), self.dense(n, 3, (7, 7, 64)), torch.nn.ReLU(), torch.nn.Dropout(dropout), self.dense(n, 4),
        ).to(memory_format=torch.channels_last)

    @staticmethod
    def photos(n):
        return torch.from_numpy(n["X"].astype(np.float32)).reshape(-1, 1, 28, 28).to(memory_format=torch.channels_last)

    def convolution(self, n, layer, size, padding=0):
        """W is (kernel rows, kernel columns, channels, filters) in the file, (filters, channels, ...) in PyTorch."""
        W = n[f"W{layer}"].reshape(size, size, -1, n[f"W{layer}"].shape[1]).transpose(3, 2, 0, 1)
        return self.filled(torch.nn.Conv2d(W.shape[1], W.shape[0], size, padding=padding), W, n[f"b{layer}"])

    def dense(self, n, layer, image=None):
        """Behind an image, (height, width, channels) in the file, PyTorch flattens (channels, height, width)."""
        W = n[f"W{layer}"].T
        if image:
            W = W.reshape(-1, *image).transpose(0, 3, 1, 2).reshape(W.shape)
        return self.filled(torch.nn.Linear(W.shape[1], W.shape[0]), W, n[f"b{layer}"])

    @staticmethod
    def filled(module, W, b):
        with torch.no_grad():
            module.weight.copy_(torch.from_numpy(np.ascontiguousarray(W)))
            module.bias.copy_(torch.from_numpy(np.ravel(b)))
        return module

    @staticmethod
    def model(parameters):
        """Linear layers with sigmoids between them; the last answers logits, as the loss expects."""
        modules = []
        for W, b in parameters:
            linear = torch.nn.Linear(W.shape[1], W.shape[0], dtype=torch.float64)
            with torch.no_grad():
                linear.weight.copy_(torch.from_numpy(W))
                linear.bias.copy_(torch.from_numpy(b.ravel()))
            modules += [linear, torch.nn.Sigmoid()]
        return torch.nn.Sequential(*modules[:-1])


class ScikitLearn:
    """MLPClassifier with plain gradient descent on all samples at once is the course's algorithm; it always records
    the loss each iteration, and never the accuracy. A neuron is a network without hidden layers."""

    def __init__(self):
        global MLPClassifier
        import sklearn
        from sklearn.neural_network import MLPClassifier

        self.name = f"scikit-learn {sklearn.__version__}"
        warnings.filterwarnings("ignore", module="sklearn")  # That it has not converged: it is asked for so many iterations.

    def neuron(self, n):
        return self.train(n, n["X"], n["y"], [(n["W"].T, n["b"])], lambda model, loss, accuracy: [
            loss, accuracy, model.intercepts_[0].sum(), model.coefs_[0].sum()])

    def network(self, n):
        X, y = np.ascontiguousarray(n["X"].T), n["y"].T
        return self.train(n, X, y, layers(n), lambda model, loss, accuracy: [
            loss, model.coefs_[0].sum(), model.intercepts_[0].sum()])

    def train(self, n, X, y, parameters, numbers):
        y, first = y.ravel(), parameters

        class FromGivenParameters(MLPClassifier):
            def _init_coef(self, fan_in, fan_out, dtype):
                W, b = next(self.given)
                return W.T.copy(), np.ravel(b).copy()

        def fit():
            iterations = int(n["iterations"])
            model = FromGivenParameters(
                [len(W) for W, _ in first[:-1]], activation="logistic", solver="sgd", alpha=0, batch_size=len(y), shuffle=False,
                learning_rate_init=float(n["rate"]), momentum=0, max_iter=iterations, tol=0, n_iter_no_change=iterations)
            model.given = iter(first)
            return model.fit(X, y)

        def answer(model):
            p = model.predict_proba(X)[:, 1]
            return numbers(model, NumPy.log_loss(p, y), ((p >= 0.5) == y).mean())

        return fit, answer


def prepare(side, request):
    """The computation and what tells its answer, or None."""
    computation = getattr(side, request["kind"].replace(" ", "_"), None)
    if computation is None:
        return None
    with np.load(request["numbers"]) as file:
        numbers = {name: file[name] for name in file.files}
    return computation({name: value[0, 0] if value.shape == (1, 1) else value for name, value in numbers.items()})


def measure(run, answer, runs, seconds):
    done, start = 0, time.perf_counter()
    while True:
        result = run()
        done += 1
        elapsed = time.perf_counter() - start
        if done >= runs and elapsed >= seconds:
            peak = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss if resource else 0
            return {"seconds": elapsed / done, "peakBytes": peak, "answer": [float(value) for value in answer(result)]}


def main(name, threads):
    try:
        side = {"numpy": NumPy, "torch": lambda: PyTorch(int(threads)), "scikit-learn": ScikitLearn}[name]()
    except ImportError as error:
        print(json.dumps({"missing": str(error)}), flush=True)
        return
    print(json.dumps({"name": side.name}), flush=True)
    last, prepared = None, None
    for line in sys.stdin:
        request = json.loads(line)
        if request["numbers"] != last:
            last, prepared = request["numbers"], prepare(side, request)
        reply = measure(*prepared, request["runs"], request["seconds"]) if prepared else {}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
