import numpy as np
from itertools import zip_longest
def broadcast_shape(a, b):
    def join(p):
        s = set(p) - {1}
        (size,) = s or {1}
        return size
    return tuple(map(join, zip_longest(a[::-1], b[::-1], fillvalue=1)))[::-1]
