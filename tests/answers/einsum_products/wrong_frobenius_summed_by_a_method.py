# WRONG: frobenius: einsum only for the product, the sum by a method (another reduction)
import numpy as np
def matmul(A, B): return np.einsum("ij,jk->ik", A, B)
def elementwise(A, B): return np.einsum("ij,ij->ij", A, B)
def frobenius(A, B): return np.einsum("ij,ij->ij", A, B).sum()
def outer(u, v): return np.einsum("i,j->ij", u, v)
def dot(u, v): return np.einsum("i,i->", u, v)
