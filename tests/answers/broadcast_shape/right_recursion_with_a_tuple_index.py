import numpy as np


def broadcast_shape(a, b):
    """Recursion on the last axis."""
    if not a:
        return tuple(b)
    if not b:
        return tuple(a)
    *rest_a, p = a
    *rest_b, q = b
    if 1 not in (p, q) and p != q:
        raise ValueError((a, b))
    return broadcast_shape(tuple(rest_a), tuple(rest_b)) + ((p, q)[p == 1],)
