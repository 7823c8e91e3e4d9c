import numpy as np
def total(A): return np.einsum("ij->", A.astype(np.float64)).item()
def row_sums(A): return np.array(np.einsum("ij->i", np.ascontiguousarray(A)), dtype=float)
def column_sums(A): return np.einsum("ij->j", A[:, :]).copy()
def transpose(A): return np.einsum("ij->ji", np.asfortranarray(A), optimize=False, order="C")
def diagonal(A):
    out = np.empty(A.shape[0])
    return np.einsum("ii->i", A, out=out)
def trace(A): return np.einsum("ii->", A, dtype=np.float64, casting="safe")
