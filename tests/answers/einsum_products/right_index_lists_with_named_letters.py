import numpy as np

I, J, K = range(3)


def matmul(A, B):
    return np.einsum(A, [I, J], B, [J, K], [I, K])


def elementwise(A, B):
    return np.einsum(A, [I, J], B, [I, J], [I, J])


def frobenius(A, B):
    return np.einsum(A, [I, J], B, [I, J], [])


def outer(u, v):
    return np.einsum(u, [I], v, [J], [I, J])


def dot(u, v):
    return np.einsum(u, [I], v, [I], [])
