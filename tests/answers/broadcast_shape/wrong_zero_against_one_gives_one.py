# WRONG: max(): a zero-length axis against 1 gives 1, not 0
import numpy as np
def broadcast_shape(a, b):
    n = max(len(a), len(b))
    a = (1,) * (n - len(a)) + tuple(a); b = (1,) * (n - len(b)) + tuple(b)
    for x, y in zip(a, b):
        if x != y and x != 1 and y != 1: raise ValueError
    return tuple(max(x, y) for x, y in zip(a, b))
