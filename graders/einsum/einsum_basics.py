"""The six one-operand patterns: the right letters, and einsum alone does the work."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, one_call_of

CHECKS = (close(), one_call_of("numpy.einsum"))

SIX = np.array([[1.0, 2.0, 4.0], [8.0, 16.0, 32.0]])
NINE = np.array([[1.0, 2.0, 4.0], [8.0, 16.0, 32.0], [64.0, 128.0, 256.0]])


def cases(rng):
    for entry in ("total", "row_sums", "column_sums", "transpose"):
        yield Case(f"{entry} of a 2x3 matrix", SIX).to(entry)
        yield Case(f"{entry} of one column", rng.normal(size=(4, 1))).to(entry)
        yield Case(f"{entry} of a 5x3 matrix", rng.normal(size=(5, 3))).to(entry)
        yield Case(f"{entry} of a square", rng.normal(size=(3, 3))).to(entry)
    for entry in ("diagonal", "trace"):
        yield Case(f"{entry} of a 1x1 matrix", np.array([[7.0]])).to(entry)
        yield Case(f"{entry} of a 3x3 matrix", NINE).to(entry)
        yield Case(f"{entry} of a 4x4 matrix", rng.normal(size=(4, 4))).to(entry)
    long = np.cos(np.arange(600.0)).reshape(300, 2)
    for entry in ("total", "row_sums", "column_sums", "transpose"):
        yield Case(f"{entry} of one row", SIX[:1]).to(entry)
        yield Case(f"{entry} of three hundred rows", long).to(entry).plain()
    for entry in ("diagonal", "trace"):
        yield Case(f"{entry} of a 100x100 matrix", np.cos(np.arange(10_000.0)).reshape(100, 100)).to(entry)


@mistake("Rows and columns are exchanged: the letter that is kept after the arrow is the axis that "
         "survives, so row sums keep i and column sums keep j.")
class rows_and_columns_exchanged:
    def row_sums(A):
        return np.einsum("ij->j", A)

    def column_sums(A):
        return np.einsum("ij->i", A)


@mistake("Your total still has an axis. To sum over everything, leave no letter after the arrow.",
         entry="total")
def total_of_rows(A):
    return np.einsum("ij->i", A)


@mistake("Your transpose is A itself: after the arrow the letters must stand in the other order.",
         entry="transpose")
def not_transposed(A):
    return np.einsum("ij->ij", A)


@mistake("Your trace sums all of A. Two different letters run independently; repeat one letter to stay on "
         "the diagonal.", entry="trace")
def trace_of_everything(A):
    return np.einsum("ij->", A)


@mistake("Your trace is still the diagonal: the repeated letter has to disappear after the arrow to be "
         "summed.", entry="trace")
def trace_not_summed(A):
    return np.einsum("ii->i", A)


@mistake("Your diagonal is summed up. A letter missing after the arrow is summed over; keep it there.",
         entry="diagonal")
def diagonal_summed(A):
    return np.einsum("ii->", A)


@mistake("Your diagonal gives row sums: two different letters run independently. Repeat one letter to stay "
         "on the diagonal.", entry="diagonal")
def diagonal_as_row_sums(A):
    return np.einsum("ij->i", A)


@mistake("Your sums are means: einsum only ever adds, and so should you.")
class means:
    def total(A):
        return np.einsum("ij->", A) / A.size

    def row_sums(A):
        return np.einsum("ij->i", A) / A.shape[1]

    def column_sums(A):
        return np.einsum("ij->j", A) / A.shape[0]


@mistake("The values are right, but something other than one call of np.einsum computes them. Say in the "
         "letters alone what is kept and what is summed.", kind="calls")
class other_reductions:
    def total(A):
        return A.sum()

    def row_sums(A):
        return np.einsum("ij->ij", A).sum(axis=1)

    def trace(A):
        return np.einsum("i->", np.einsum("ii->i", A))


@alternative
class implicit_mode:
    def total(A):
        return np.einsum("i->", A.ravel())

    def row_sums(A):
        return np.einsum("ij->i", A, optimize=True)

    def column_sums(A):
        return list(np.einsum("ji->i", A))

    def transpose(A):
        return np.einsum("ji", A)

    def diagonal(A):
        return np.einsum("ii->i", A).copy()

    def trace(A):
        return float(np.einsum("ii", A))


@alternative
class sublists:
    def total(A):
        return np.einsum(A, [0, 1], [])

    def row_sums(A):
        return np.einsum(A, [0, 1], [0])

    def column_sums(A):
        out = np.zeros(A.shape[1])
        np.einsum(A, [0, 1], [1], out=out)
        return out

    def transpose(A):
        return np.einsum(A, [0, 1], [1, 0])

    def diagonal(A):
        return np.einsum(A, [0, 0], [0])

    def trace(A):
        return np.einsum(A, [0, 0])


@alternative
class with_the_help_of_ones:
    def row_sums(A):
        return np.einsum("ij,j->i", A, np.ones(A.shape[1]))

    def column_sums(A):
        return np.einsum("i,ij->j", np.ones(A.shape[0]), A.tolist())
