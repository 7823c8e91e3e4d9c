import numpy as np


def _lerp(old, new, t):
    return old + t * (new - old)


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    x = np.asarray(x, dtype=np.float64)
    old = np.stack([running_mean, running_var]).astype(np.float64)
    first = x[0]
    shift = np.einsum("nd->d", x - first) / len(x)
    c = (x - first) - shift
    batch = np.stack([first + shift, np.einsum("nd,nd->d", c, c) / len(x)])
    rm, rv = _lerp(old, batch, momentum)
    return [np.einsum("nd,d,d->nd", c, np.asarray(gamma, float), (batch[1] + eps) ** -0.5) + beta, rm, rv]
