import itertools
import numpy as np


def _recurse(g, a, h):
    """Gradient of g at a, axis by axis: peel the first axis off until a number is left."""
    if a.ndim == 0:
        v = float(a)
        return np.array((float(g(np.array(v + h))) - float(g(np.array(v - h)))) / (h + h))

    def with_slice(i):
        def inner(sub):
            b = a.copy()
            b[i] = sub
            return g(b)
        return inner

    return np.array([_recurse(with_slice(i), a[i, ...], h) for i in itertools.islice(itertools.count(), a.shape[0])]).reshape(a.shape)


def numerical_gradient(f, x, h=1e-5):
    return _recurse(f, np.array(x, dtype=float), h)
