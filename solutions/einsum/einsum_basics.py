"""The six basic patterns of einsum on one matrix.

Two rules explain all of them. A letter that does not appear after the arrow is summed over, and a letter that an
operand repeats takes the diagonal of those axes. The order of the letters after the arrow is the order of the
result's axes.

O(m n) time for the sums, O(n) for the trace. Transpose and diagonal copy nothing: they are views.
"""

import numpy as np


def total(A):
    """The sum of all entries: no letter is kept."""
    return np.einsum("ij->", A)


def row_sums(A):
    """One sum for each row: i is kept, j is summed."""
    return np.einsum("ij->i", A)  # (m, n) -> (m,)


def column_sums(A):
    """One sum for each column: j is kept, i is summed."""
    return np.einsum("ij->j", A)  # (m, n) -> (n,)


def transpose(A):
    """Both letters are kept, in the other order."""
    return np.einsum("ij->ji", A)  # (m, n) -> (n, m)


def diagonal(A):
    """The repeated letter picks A[i, i], and it is kept."""
    return np.einsum("ii->i", A)  # (n, n) -> (n,)


def trace(A):
    """The repeated letter picks A[i, i], and it is summed."""
    return np.einsum("ii->", A)


# What an interviewer asks next
#
# What does 'ij' without an arrow return? Implicit mode: letters that occur once are kept, in alphabetical
# order. So 'ij' is A itself, 'ji' is its transpose, and 'ii' is the trace. The arrow says what you mean.
#
# Can you write into np.einsum('ii->i', A)? Yes: it is a writeable view, so `np.einsum('ii->i', A)[:] = 0`
# clears A's diagonal. It also means that the result changes when A does; copy it if that matters.
#
# When is einsum slower than its named counterpart? For plain sums np.sum wins: it adds pairwise, which is
# also more accurate in float32. einsum pays off where it saves transposes and temporaries, and where its
# letters make the code clearer.
