import numpy as np


class Linear:
    def __init__(self, n_in, n_out, rng):
        self.W = rng.standard_normal((n_in, n_out)) * np.sqrt(2.0 / n_in)
        self.b = np.zeros(n_out)
        self.vW, self.vb = np.zeros_like(self.W), np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, g):
        self.dW, self.db = self.x.T @ g, g.sum(axis=0)
        return g @ self.W.T

    def step(self, lr, momentum=0.9, decay=1e-4):
        self.vW = momentum * self.vW - lr * (self.dW + decay * self.W)
        self.vb = momentum * self.vb - lr * self.db
        self.W = self.W + self.vW
        self.b = self.b + self.vb


class ReLU:
    def forward(self, x):
        self.on = x > 0
        return x * self.on

    def backward(self, g):
        return g * self.on

    def step(self, lr):
        pass


class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, g):
        for layer in reversed(self.layers):
            g = layer.backward(g)

    def step(self, lr):
        for layer in self.layers:
            layer.step(lr)


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def train_mlp(X, y, n_classes, rng):
    """Mini-batch SGD with momentum and a falling learning rate."""
    X = np.array(X, dtype=np.float64)
    y = np.array(y, dtype=int)
    centre = X.mean(axis=0)
    scale = max(float(np.abs(X - centre).max()), 1e-12)
    net = Sequential(Linear(X.shape[1], 64, rng), ReLU(), Linear(64, 64, rng), ReLU(), Linear(64, n_classes, rng))
    prep = lambda Z: 2.0 * (np.asarray(Z, dtype=np.float64) - centre) / scale
    data = prep(X)
    epochs = 250
    for epoch in range(epochs):
        lr = 0.05 * (1 + np.cos(np.pi * epoch / epochs)) / 2
        order = rng.permutation(len(data))
        for start in range(0, len(data), 50):
            batch = order[start:start + 50]
            g = softmax(net.forward(data[batch]))
            g[np.arange(len(batch)), y[batch]] -= 1.0
            net.backward(g / len(batch))
            net.step(lr)
    return lambda Z: np.argmax(net.forward(prep(Z)), axis=-1)
