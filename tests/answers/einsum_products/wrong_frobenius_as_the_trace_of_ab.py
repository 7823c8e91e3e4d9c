# WRONG: frobenius is the trace of A @ B instead of A.T @ B, right only for symmetric B; witness: frobenius(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[0.0, 1.0], [5.0, 0.0]]))
import numpy as np


def matmul(A, B):
    return np.einsum("ij,jk->ik", A, B)


def elementwise(A, B):
    return np.einsum("ij,ij->ij", A, B)


def frobenius(A, B):
    return np.einsum("ij,ji->", A, B)


def outer(u, v):
    return np.einsum("i,j->ij", u, v)


def dot(u, v):
    return np.einsum("i,i->", u, v)
