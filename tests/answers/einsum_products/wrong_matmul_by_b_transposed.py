# WRONG: matmul multiplies by the transpose of B, fails for most shapes and is wrong for square ones; witness: matmul(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[0.0, 1.0], [2.0, 0.0]]))
import numpy as np


def matmul(A, B):
    return np.einsum("ij,kj->ik", A, B)


def elementwise(A, B):
    return np.einsum("ij,ij->ij", A, B)


def frobenius(A, B):
    return np.einsum("ij,ij->", A, B)


def outer(u, v):
    return np.einsum("i,j->ij", u, v)


def dot(u, v):
    return np.einsum("i,i->", u, v)
