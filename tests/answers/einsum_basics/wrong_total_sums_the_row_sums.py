# WRONG: total is two calls of einsum, the second hidden in another function
import numpy as np
def row_sums(A): return np.einsum("ij->i", A)
def total(A): return np.einsum("i->", row_sums(A))
def column_sums(A): return np.einsum("ij->j", A)
def transpose(A): return np.einsum("ij->ji", A)
def diagonal(A): return np.einsum("ii->i", A)
def trace(A): return np.einsum("ii->", A)
