import numpy as np


def _fake(*shape):
    # zero-stride array: has the size, not the memory
    return np.broadcast_to(np.zeros((), dtype=np.int8), shape)


def conv_params(k, c_in, c_out):
    state = {"weight": _fake(c_out, c_in, k, k), "bias": _fake(c_out)}
    return sum(p.size for p in state.values())


def dense_params(n_in, n_out):
    state = {"weight": _fake(n_out, n_in), "bias": _fake(n_out)}
    return sum(p.size for p in state.values())
