# exercise: einsum_basics
# ways: none, twice, afterwards, by_loops
# outcome: failed error
import numpy as np


def call(pattern, A):
    if "@way@" == "none":
        return np.sum(A)
    if "@way@" == "twice":
        np.einsum(pattern, A)
        return np.einsum(pattern, A)
    if "@way@" == "afterwards":
        return np.einsum(pattern, A) * 1.0 + np.einsum(pattern, A) * 0.0
    np.einsum("ij->ij", A)
    return sum(float(each) for each in A.flat)


def total(A):
    return call("ij->", A)


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
