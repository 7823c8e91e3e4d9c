import numpy as np


class Net:
    """Two hidden ReLU layers, mini-batches with momentum."""

    def __init__(self, sizes, rng):
        self.W = [rng.normal(0, (2 / a) ** 0.5, (a, b)) for a, b in zip(sizes, sizes[1:])]
        self.b = [np.zeros(b) for b in sizes[1:]]
        self.vel = [np.zeros_like(p) for p in self.W + self.b]

    def forward(self, x):
        acts = [x]
        for i, (W, b) in enumerate(zip(self.W, self.b)):
            z = acts[-1] @ W + b
            acts.append(np.maximum(z, 0) if i < len(self.W) - 1 else z)
        return acts

    def step(self, x, y, lr):
        acts = self.forward(x)
        z = acts[-1] - acts[-1].max(1, keepdims=True)
        d = np.exp(z) / np.exp(z).sum(1, keepdims=True)
        d[np.arange(len(y)), y] -= 1
        d /= len(y)
        gW, gb = [], []
        for i in reversed(range(len(self.W))):
            gW.insert(0, acts[i].T @ d)
            gb.insert(0, d.sum(0))
            if i:
                d = d @ self.W[i].T * (acts[i] > 0)
        for k, (p, g) in enumerate(zip(self.W + self.b, gW + gb)):
            self.vel[k] *= 0.9
            self.vel[k] -= lr * g
            p += self.vel[k]


def train_mlp(X, y, n_classes, rng):
    net = Net([X.shape[1], 48, 48, n_classes], rng)
    for epoch in range(300):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            take = order[start : start + 50]
            net.step(X[take], y[take], 0.05 * 0.99**epoch)
    return lambda P: net.forward(P)[-1].argmax(1)
