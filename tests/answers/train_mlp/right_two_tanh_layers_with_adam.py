import numpy as np


def train_mlp(X, y, n_classes, rng):
    """Two hidden tanh layers, full-batch Adam."""
    X = np.asarray(X, dtype=float)
    y = np.asarray(y).astype(int)
    n, d = X.shape
    mu, sd = X.mean(axis=0), X.std(axis=0)
    sd = np.where(sd > 1e-12, sd, 1.0)
    A0 = (X - mu) / sd
    Y = np.eye(n_classes)[y]
    sizes = [d, 32, 32, n_classes]
    params = []
    for a, b in zip(sizes[:-1], sizes[1:]):
        params += [rng.normal(0.0, np.sqrt(2.0 / (a + b)), (a, b)), np.zeros(b)]
    m = [np.zeros_like(p) for p in params]
    v = [np.zeros_like(p) for p in params]

    def forward(A):
        acts = [A]
        for k in range(0, len(params), 2):
            z = acts[-1] @ params[k] + params[k + 1]
            acts.append(np.tanh(z) if k < len(params) - 2 else z)
        return acts

    for t in range(1, 1501):
        acts = forward(A0)
        z = acts[-1] - acts[-1].max(axis=1, keepdims=True)
        p = np.exp(z)
        p /= p.sum(axis=1, keepdims=True)
        g = (p - Y) / n
        grads = [None] * len(params)
        for k in range(len(params) - 2, -1, -2):
            grads[k] = acts[k // 2].T @ g + 1e-4 * params[k]
            grads[k + 1] = g.sum(axis=0)
            if k:
                g = (g @ params[k].T) * (1 - acts[k // 2] ** 2)
        for i, gr in enumerate(grads):
            m[i] = 0.9 * m[i] + 0.1 * gr
            v[i] = 0.999 * v[i] + 0.001 * gr ** 2
            params[i] = params[i] - 0.01 * (m[i] / (1 - 0.9 ** t)) / (np.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8)

    def predict(Z):
        return forward((np.asarray(Z, dtype=float) - mu) / sd)[-1].argmax(axis=1)

    return predict
