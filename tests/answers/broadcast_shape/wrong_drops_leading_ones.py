# WRONG: axes that one shape lacks are not checked, and a 1 in the longer shape's extra axes is dropped at the front
import numpy as np
def broadcast_shape(a, b):
    n = max(len(a), len(b))
    a = (1,) * (n - len(a)) + tuple(a); b = (1,) * (n - len(b)) + tuple(b)
    out = []
    for x, y in zip(a, b):
        if x != y and x != 1 and y != 1: raise ValueError
        out.append(y if x == 1 else x)
    while len(out) > 2 and out[0] == 1: out.pop(0)
    return tuple(out)
