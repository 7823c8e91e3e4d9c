import numpy as np
import numpy
class _E:
    def __init__(self, *ix): self.ix = ix
    def __call__(self, P, Q):
        a, b, out = self.ix
        return numpy.einsum(P, a, Q, b, out)
matmul = _E([0, 1], [1, 2], [0, 2])
elementwise = _E([0, 1], [0, 1], [0, 1])
frobenius = _E([0, 1], [0, 1], [])
outer = _E([0], [1], [0, 1])
dot = _E([5], [5], [])
