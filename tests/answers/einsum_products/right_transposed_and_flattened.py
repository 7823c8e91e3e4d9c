import numpy as np


def matmul(A, B):
    """(AB)' = B'A', read off transposed."""
    return np.einsum("kj,ji->ki", B.T, A.T).T


def elementwise(A, B):
    out = np.zeros(np.shape(A))
    np.einsum("pq,pq->pq", A, B, out=out)
    return out


def frobenius(A, B):
    # flattened, it is a dot product
    return np.einsum("p,p->", A.reshape(-1), B.reshape(-1))


def outer(u, v):
    return np.einsum("ik,kj->ij", u[:, None], v[None, :])


def dot(u, v):
    return np.einsum("ki,kj->", u.reshape(-1, 1), v.reshape(-1, 1))
