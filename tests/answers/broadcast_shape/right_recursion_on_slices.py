import numpy as np
def broadcast_shape(a, b):
    if not a or not b:
        return tuple(int(v) for v in (a or b))
    x, y = a[-1], b[-1]
    if x != y and 1 not in (x, y):
        raise ValueError(f"{a} and {b}")
    return broadcast_shape(a[:-1], b[:-1]) + (int(y if x == 1 else x),)
