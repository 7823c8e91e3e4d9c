# WRONG: only sizes above 1 can clash: (0,) against (3,) gives 3 instead of ValueError
import numpy as np
def broadcast_shape(a, b):
    n = max(len(a), len(b))
    a = (1,) * (n - len(a)) + tuple(a); b = (1,) * (n - len(b)) + tuple(b)
    out = []
    for x, y in zip(a, b):
        if x > 1 and y > 1 and x != y: raise ValueError
        out.append(0 if {x, y} in ({0}, {0, 1}) else max(x, y))
    return tuple(out)
