# WRONG: row_sums is a matrix product with ones after an einsum that does nothing
import numpy as np
def row_sums(A): return np.einsum("ij->ij", A) @ np.ones(A.shape[1])
def total(A): return np.einsum("ij->", A)
def column_sums(A): return np.einsum("ij->j", A)
def transpose(A): return np.einsum("ij->ji", A)
def diagonal(A): return np.einsum("ii->i", A)
def trace(A): return np.einsum("ii->", A)
