# WRONG: frobenius multiplies with einsum, then sums with another reduction; witness: uses_reduction(frobenius)
import numpy as np


def matmul(A, B):
    return np.einsum("ij,jk->ik", A, B)


def elementwise(A, B):
    return np.einsum("ij,ij->ij", A, B)


def frobenius(A, B):
    return elementwise(A, B).sum()


def outer(u, v):
    return np.einsum("i,j->ij", u, v)


def dot(u, v):
    return np.einsum("i,i->", u, v)
