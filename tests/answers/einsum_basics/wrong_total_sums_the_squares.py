# WRONG: total multiplies A by itself, the sum of squares, right only for 0/1 matrices; witness: total(np.array([[2.0, 3.0]]))
import numpy as np


def total(A):
    return np.einsum("ij,ij->", A, A)


def row_sums(A):
    return np.einsum("ij->i", A)


def column_sums(A):
    return np.einsum("ij->j", A)


def transpose(A):
    return np.einsum("ij->ji", A)


def diagonal(A):
    return np.einsum("ii->i", A)


def trace(A):
    return np.einsum("ii->", A)
