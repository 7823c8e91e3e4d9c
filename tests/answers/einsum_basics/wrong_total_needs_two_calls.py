# WRONG: total needs two calls of np.einsum; witness: einsum_calls(lambda: total(np.ones((2, 3))))
import numpy as np


def row_sums(A):
    return np.einsum("ij->i", A)


def column_sums(A):
    return np.einsum("ij->j", A)


def total(A):
    return np.einsum("i->", row_sums(A))


def transpose(A):
    return np.einsum("ij->ji", A)


def diagonal(A):
    return np.einsum("ii->i", A)


def trace(A):
    return np.einsum("ii->", A)
