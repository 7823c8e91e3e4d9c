"""Five products as five einsum strings.

Equal letters in two operands move together, and different letters run independently of each other. Whatever is
missing after the arrow is summed. Compare the pairs: `elementwise` and `frobenius` multiply the same entries and
differ in what they keep; `outer` and `dot` differ in whether the two letters are the same.

O(m n k) time for the matrix product, O(m n) for elementwise, frobenius and outer, O(n) for dot.
"""

import numpy as np


def matmul(A, B):
    """Rows of A against columns of B: the shared letter k is summed."""
    return np.einsum("ik,kj->ij", A, B)  # (m, k), (k, n) -> (m, n)


def elementwise(A, B):
    """Entry by entry: both letters are shared, and both are kept."""
    return np.einsum("ij,ij->ij", A, B)  # (m, n)


def frobenius(A, B):
    """The elementwise product, summed: no letter is kept."""
    return np.einsum("ij,ij->", A, B)


def outer(u, v):
    """Every entry of u with every entry of v: no letter is shared."""
    return np.einsum("i,j->ij", u, v)  # (m,), (n,) -> (m, n)


def dot(u, v):
    """The letter is shared and summed."""
    return np.einsum("i,i->", u, v)


# What an interviewer asks next
#
# How is A @ B.T written? 'ik,jk->ij': the transpose is in the letters, and nothing is copied.
#
# Which einsum gives trace(A @ B) without the product? 'ij,ji->', in O(n²) instead of O(n³). With 'ij,ij->'
# it would be trace(A @ B.T), the Frobenius product.
#
# What does optimize=True do? With three or more operands the order of contraction decides the cost:
# 'ij,jk,k->i' is O(n³) from the left and O(n²) from the right. Without it, einsum runs one loop over all
# letters at once, O(n³).
