# WRONG: frobenius is the trace of A B^T with the product as a second einsum call inside the arguments
import numpy as np
def matmul(A, B): return np.einsum("ij,jk->ik", A, B)
def elementwise(A, B): return np.einsum("ij,ij->ij", A, B)
def frobenius(A, B): return np.einsum("ii->", np.einsum("ij,kj->ik", A, B))
def outer(u, v): return np.einsum("i,j->ij", u, v)
def dot(u, v): return np.einsum("i,i->", u, v)
