"""Five products by their letters

Every product of two arrays follows the same recipe: multiply entries where
letters agree, then sum over the letters that the result does not keep. Write
each of these with exactly one call of `np.einsum`, in any of its forms:

    matmul(A, B)        C_ij = sum_k A_ik B_kj   (m, k), (k, n) -> (m, n)
    elementwise(A, B)   C_ij = A_ij B_ij         (m, n), (m, n) -> (m, n)
    frobenius(A, B)     sum_ij A_ij B_ij         (m, n), (m, n) -> a scalar
    outer(u, v)         C_ij = u_i v_j           (m,), (n,) -> (m, n)
    dot(u, v)           sum_i u_i v_i            (n,), (n,) -> a scalar

The Frobenius product is an inner product: it takes no root, unlike the norm.

    >>> A = np.array([[1.0, 2.0], [3.0, 4.0]])
    >>> matmul(A, np.array([[0.0, 1.0], [1.0, 0.0]]))
    array([[2., 1.],
           [4., 3.]])
    >>> outer(np.array([1.0, 2.0]), np.array([3.0, 4.0, 5.0]))
    array([[ 3.,  4.,  5.],
           [ 6.,  8., 10.]])

Let the letters do all the work. Use no second call, and no other product or
reduction, before or after.

Edge cases
- sizes of 1: any of m, n and k may be 1
"""

import numpy as np


def matmul(A, B):
    raise NotImplementedError


def elementwise(A, B):
    raise NotImplementedError


def frobenius(A, B):
    raise NotImplementedError


def outer(u, v):
    raise NotImplementedError


def dot(u, v):
    raise NotImplementedError
