# WRONG: frobenius takes the square root (a norm) instead of the inner product; witness: frobenius(np.array([[3.0, 0.0]]), np.array([[3.0, 1.0]]))
import numpy as np


def matmul(A, B):
    return np.einsum("ij,jk->ik", A, B)


def elementwise(A, B):
    return np.einsum("ij,ij->ij", A, B)


def frobenius(A, B):
    return np.sqrt(np.abs(np.einsum("ij,ij->", A, B)))


def outer(u, v):
    return np.einsum("i,j->ij", u, v)


def dot(u, v):
    return np.einsum("i,i->", u, v)
