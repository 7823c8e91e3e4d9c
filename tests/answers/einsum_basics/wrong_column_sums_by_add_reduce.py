# WRONG: column_sums uses np.add.reduce under another name after an einsum
import numpy as np
_red = np.add.reduce
def row_sums(A): return np.einsum("ij->i", A)
def total(A): return np.einsum("ij->", A)
def column_sums(A): return _red(np.einsum("ij->ji", A), axis=-1)
def transpose(A): return np.einsum("ij->ji", A)
def diagonal(A): return np.einsum("ii->i", A)
def trace(A): return np.einsum("ii->", A)
