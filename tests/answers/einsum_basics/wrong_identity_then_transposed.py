# WRONG: transpose lets einsum do nothing and takes .T
import numpy as np
def total(A): return np.einsum("ij->", A)
def row_sums(A): return np.einsum("ij->i", A)
def column_sums(A): return np.einsum("ij->j", A)
def transpose(A): return np.einsum("ij->ij", A).T
def diagonal(A): return np.einsum("ii->i", A)
def trace(A): return np.einsum("ii->", A)
