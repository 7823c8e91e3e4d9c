# WRONG: two classes only: a single tanh output and labels 0 / 1, n_classes is ignored (fine on the moons); witness: (lambda tr, te: float((np.asarray(train_mlp(*tr, 3, np.random.default_rng(0))(te[0])) == te[1]).mean()) >= .95)(spiral(600, 1), spiral(900, 2))
import numpy as np


def train_mlp(X, y, n_classes, rng):
    X = np.array(X, dtype=float)
    y = np.asarray(y).astype(int)
    n, d = X.shape
    mu, sd = X.mean(axis=0), X.std(axis=0)
    sd = np.where(sd > 1e-12, sd, 1.0)
    Z = (X - mu) / sd
    Y = np.where(y > 0, 1.0, 0.0)[:, None]
    dims = [d, 32, 32, 1]
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
        d3 = (0.5 * (1 + np.tanh(s / 2)) - Y) / n
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
        return ((h @ P[4] + P[5])[:, 0] > 0).astype(int)

    return predict
