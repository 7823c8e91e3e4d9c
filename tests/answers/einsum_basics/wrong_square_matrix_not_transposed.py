# WRONG: transpose of a square A is right only when symmetric: picks the subscripts by shape
import numpy as np
def row_sums(A): return np.einsum("ij->i", A)
def total(A): return np.einsum("ij->", A)
def column_sums(A): return np.einsum("ij->j", A)
def transpose(A): return np.einsum("ij->ij" if A.shape[0] == A.shape[1] else "ij->ji", A)
def diagonal(A): return np.einsum("ii->i", A)
def trace(A): return np.einsum("ii->", A)
