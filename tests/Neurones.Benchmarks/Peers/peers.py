"""The Python sides of the benchmark: each computation as a good NumPy, PyTorch or scikit-learn programmer writes it.

    python3 peers.py {numpy | torch | scikit-learn} THREADS

answers one JSON request a line on standard input, {"kind", "numbers", "runs", "seconds"}, with one JSON line: it reads
the numbers from the .npz file, repeats the computation at least so many times and for at least so many seconds, and
replies {"seconds": of one run, "answer": [...]}, or {} where it hasn't this computation. The threads of BLAS and
OpenMP are set by the environment, before Python starts; THREADS are PyTorch's own.
"""
import json
import sys
import time
import warnings

import numpy as np

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

    name = f"NumPy {np.__version__}"

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

    def softmax(self, n):
        X, y, order = digits(n)
        rate, size, classes = n["rate"], int(n["batch"]), int(n["classes"])
        Y = np.eye(classes)[y]

        def probabilities(X, W, b):
            Z = X @ W + b
            E = np.exp(Z - Z.max(axis=1, keepdims=True))
            return E / E.sum(axis=1, keepdims=True)

        def train():
            W, b = np.zeros((X.shape[1], classes)), np.zeros((1, classes))
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

    def softmax(self, n):
        X, y, order = (torch.from_numpy(array) for array in digits(n))
        size, classes = int(n["batch"]), int(n["classes"])

        def train():
            model = self.model([(np.zeros((classes, X.shape[1])), np.zeros((classes, 1)))])
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
            return {"seconds": elapsed / done, "answer": [float(value) for value in answer(result)]}


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
