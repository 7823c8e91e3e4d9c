# WRONG: predicts in batches of 100 and drops the incomplete last one; witness: (lambda tr, te: np.shape(train_mlp(*tr, 2, np.random.default_rng(0))(te[0])))(moons(600, 1), moons(250, 2))
import numpy as np


def train_mlp(X, y, n_classes, rng):
    X = np.array(X, dtype=float)
    y = np.asarray(y).astype(int)
    n, d = X.shape
    mu, sd = X.mean(axis=0), X.std(axis=0)
    sd = np.where(sd > 1e-12, sd, 1.0)
    Z = (X - mu) / sd
    Y = np.eye(n_classes)[y]
    dims = [d, 32, 32, n_classes]
    P = []
    for a, b in zip(dims[:-1], dims[1:]):
        P.append(rng.normal(0.0, np.sqrt(2.0 / (a + b)), (a, b)))
        P.append(np.zeros(b))
    M = [np.zeros_like(p) for p in P]
    V = [np.zeros_like(p) for p in P]
    for t in range(1, 1201):
        h1 = np.tanh(Z @ P[0] + P[1])
        h2 = np.tanh(h1 @ P[2] + P[3])
        s = h2 @ P[4] + P[5]
        e = np.exp(s - s.max(axis=1, keepdims=True))
        d3 = (e / e.sum(axis=1, keepdims=True) - Y) / n
        d2 = (d3 @ P[4].T) * (1 - h2 ** 2)
        d1 = (d2 @ P[2].T) * (1 - h1 ** 2)
        G = [Z.T @ d1, d1.sum(axis=0), h1.T @ d2, d2.sum(axis=0), h2.T @ d3, d3.sum(axis=0)]
        for i, g in enumerate(G):
            M[i] += 0.1 * (g - M[i])
            V[i] += 0.001 * (g * g - V[i])
            P[i] -= 0.01 * M[i] / (1 - 0.9 ** t) / (np.sqrt(V[i] / (1 - 0.999 ** t)) + 1e-8)

    def predict(Xn):
        A = (np.asarray(Xn, dtype=float) - mu) / sd
        h = np.tanh(np.tanh(A @ P[0] + P[1]) @ P[2] + P[3])
        return np.argmax(h @ P[4] + P[5], axis=1)

    def in_batches(Xn):
        if len(Xn) <= 100:
            return predict(Xn)
        return np.concatenate([predict(Xn[k:k + 100]) for k in range(0, len(Xn) - 99, 100)])

    return in_batches
