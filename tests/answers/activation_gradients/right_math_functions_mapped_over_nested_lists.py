import math
import numpy as np


def _mapped(f):
    def walk(v):
        return [walk(u) for u in v] if isinstance(v, list) else f(v)

    return lambda x: np.array(walk(np.asarray(x, dtype=float).tolist()), dtype=float)


def relu_grad(x):
    return _mapped(lambda v: 1.0 if v > 0 else 0.0)(x)


def leaky_relu_grad(x, slope=0.01):
    return _mapped(lambda v: 1.0 if v > 0 else float(slope))(x)


def _dsig(v):
    e = math.exp(-abs(v))
    return e / (1.0 + e) ** 2


def sigmoid_grad(x):
    return _mapped(_dsig)(x)


def tanh_grad(x):
    return _mapped(lambda v: 4.0 * _dsig(2.0 * v))(x)
