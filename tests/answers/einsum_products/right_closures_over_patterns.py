import numpy as np


def _contract(spec: str):
    def product(left, right):
        return np.einsum(spec, left, right)

    return product


_mm = _contract("rk,kc->rc")
_had = _contract("rc,rc->rc")
_inner = _contract("rc,rc->")
_out = _contract("a,b->ab")
_dot = _contract("a,a->")


def matmul(A, B):
    return _mm(A, B)


def elementwise(A, B):
    return _had(A, B)


def frobenius(A, B):
    return _inner(A, B)


def outer(u, v):
    return _out(u, v)


def dot(u, v):
    return _dot(u, v)
