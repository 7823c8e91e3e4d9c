import math

import numpy as np


def _count(*shapes: tuple) -> int:
    """Number of scalars held by tensors of these shapes."""
    return sum(map(math.prod, shapes))


def conv_params(k: int, c_in: int, c_out: int) -> int:
    return _count((c_out, c_in, k, k), (c_out,))


def dense_params(n_in: int, n_out: int) -> int:
    return _count((n_in, n_out), (n_out,))
