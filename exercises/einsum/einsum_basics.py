"""Six sums and views of one matrix

Einstein notation names the axes of a matrix by letters. After the arrow come
the letters that the result keeps, in the order of its axes. A letter that is
missing there is summed over. A letter that an operand has twice takes the
diagonal. Write each of these with exactly one call of `np.einsum`, in any of
its forms:

    total(A)         sum_ij A_ij        a scalar
    row_sums(A)      r_i = sum_j A_ij   (m,)
    column_sums(A)   c_j = sum_i A_ij   (n,)
    transpose(A)     T_ji = A_ij        (n, m)
    diagonal(A)      d_i = A_ii         (n,), for a square A
    trace(A)         sum_i A_ii         a scalar, for a square A

A   (m, n); for diagonal and trace (n, n)

    >>> A = np.array([[1.0, 2.0], [3.0, 4.0]])
    >>> row_sums(A)
    array([3., 7.])
    >>> column_sums(A)
    array([4., 6.])
    >>> diagonal(A)
    array([1., 4.])

Let the letters do all the work. Use no second call, no other reduction such
as .sum(), and no .T, before or after. A result may be a view of A.

Edge cases
- one row or column: m or n may be 1
"""

import numpy as np


def total(A):
    raise NotImplementedError


def row_sums(A):
    raise NotImplementedError


def column_sums(A):
    raise NotImplementedError


def transpose(A):
    raise NotImplementedError


def diagonal(A):
    raise NotImplementedError


def trace(A):
    raise NotImplementedError
