import numpy as np


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """both moments at once, stacked on a leading axis"""
    g = np.asarray(grad, dtype=float)
    b = np.array([beta1, beta2])
    old = np.stack([np.asarray(m, dtype=float), np.asarray(v, dtype=float)])
    obs = np.stack([g, g * g])
    new = np.einsum("k,k...->k...", b, old) + np.einsum("k,k...->k...", 1 - b, obs)
    # 1 - beta^t as the weight of all t observations, a geometric sum
    weights = np.array([(1 - bk) * sum(bk**i for i in range(int(t))) for bk in b])
    hat = np.einsum("k,k...->k...", 1 / weights, new)
    return np.asarray(w, dtype=float) - lr * hat[0] / (hat[1] ** 0.5 + eps), new[0], new[1]
