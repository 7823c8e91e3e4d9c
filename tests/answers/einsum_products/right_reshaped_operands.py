import numpy as np
def matmul(A, B): return np.einsum("ij,kj->ik", A, B.T)
def elementwise(A, B): return np.einsum("...,...->...", A, B)
def frobenius(A, B): return np.einsum("i,i->", A.ravel(), B.ravel())
def outer(u, v): return np.einsum("ij,jk->ik", u[:, None], v[None, :])
def dot(u, v): return np.einsum("ij,jk->", u[None], v[:, None])
