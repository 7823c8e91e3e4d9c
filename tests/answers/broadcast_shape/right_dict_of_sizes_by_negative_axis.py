import numpy as np


def broadcast_shape(a, b):
    dims = {}
    for shape in (a, b):
        for axis, size in enumerate(shape, start=-len(shape)):
            dims.setdefault(axis, set()).add(size)
    out = ()
    for axis in sorted(dims):
        real = dims[axis] - {1}
        if len(real) > 1:
            raise ValueError(f"axis {axis}: {sorted(real)}")
        out += (real.pop() if real else 1,)
    return out
