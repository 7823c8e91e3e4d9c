"""Your own einsum

Implement Einstein summation without `np.einsum`. The subscripts name every axis of every operand by a
letter, operands are separated by commas, and after the arrow stand the letters that the result keeps, in
its order:

    out[kept] = sum over all other letters of  operand_1[its letters] * operand_2[its letters] * ...

subscripts   explicit mode: one arrow, no ellipsis, no spaces, as in "ij,jk->ik", "ii->i" or "ij->"
operands     one or more arrays, as many as there are terms, with one axis for each letter of their term
returns      an array with one axis for each letter after the arrow; a scalar when there is none

A letter that one operand repeats takes the diagonal of those axes. A letter may appear in any number of
operands.

    >>> A = np.array([[1.0, 2.0], [3.0, 4.0]])
    >>> einsum("ij,j->i", A, np.array([10.0, 1.0]))
    array([12., 34.])
    >>> einsum("ii->i", A)
    array([1., 4.])

Edge cases: a letter with two different sizes raises ValueError, also when one of them is 1 (nothing
broadcasts), and so does an output letter that no operand has.
"""

import numpy as np


def einsum(subscripts, *operands):
    raise NotImplementedError
