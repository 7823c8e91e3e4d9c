"""Your own einsum

Implement Einstein summation without `np.einsum`. The subscripts name every
axis of every operand by a letter. Commas separate the operands. After the
arrow come the letters that the result keeps, in the order of its axes:

    out[kept] = sum over all other letters of
                operand_1[its letters] * operand_2[its letters] * ...

subscripts   always with an arrow, no ellipsis and no spaces, as in
             "ij,jk->ik", "ii->i" or "ij->"; at least one letter per operand,
             and none twice after the arrow
operands     one or more arrays, one per term, with one axis per letter
returns      an array with one axis per letter after the arrow; a scalar if
             there is none

A letter may appear in any number of operands. A letter that only one operand
has is summed over too, unless the result keeps it.

    >>> A = np.array([[1.0, 2.0], [3.0, 4.0]])
    >>> einsum("ij,j->i", A, np.array([10.0, 1.0]))
    array([12., 34.])
    >>> einsum("ii->i", A)
    array([1., 4.])

Edge cases
- repeated letters: a letter that an operand has twice or more takes the
  diagonal of those axes; this may happen in any operand
- three or more operands: a later operand may need a letter again
- capital letters: 'a' and 'A' are two letters
- sizes that differ: a letter with two sizes raises ValueError, also within
  one operand, and also if one of them is 1 (nothing broadcasts)
- unknown letters: raise ValueError if no operand has a letter of the result
"""

import numpy as np


def einsum(subscripts, *operands):
    raise NotImplementedError
