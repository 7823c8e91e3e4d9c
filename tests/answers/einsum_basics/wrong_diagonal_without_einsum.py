# WRONG: diagonal goes without np.einsum; witness: einsum_calls(lambda: diagonal(np.eye(3)))
import numpy as np


def total(A):
    return np.einsum("ij->", A)


def row_sums(A):
    return np.einsum("ij->i", A)


def column_sums(A):
    return np.einsum("ij->j", A)


def transpose(A):
    return np.einsum("ij->ji", A)


def diagonal(A):
    return np.diagonal(A)


def trace(A):
    return np.einsum("ii->", A)
