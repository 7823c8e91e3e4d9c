# WRONG: trace is another reduction (Python's sum) of the diagonal
import numpy as np
def row_sums(A): return np.einsum("ij->i", A)
def total(A): return np.einsum("ij->", A)
def column_sums(A): return np.einsum("ij->j", A)
def transpose(A): return np.einsum("ij->ji", A)
def diagonal(A): return np.einsum("ii->i", A)
def trace(A): return sum(np.einsum("ii->i", A))
