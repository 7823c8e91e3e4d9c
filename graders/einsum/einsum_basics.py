"""The six one-operand patterns: the right letters, and einsum alone does the work."""

import numpy as np

from mlprep.grading.api import Case, Check, Failure, alternative, close, mistake, one_call_of, says


class transposed_by_einsum(Check):
    """The call itself transposes: one that returns its operand unchanged leaves the work to something else."""

    needs = ("calls:numpy.einsum",)

    def __call__(self, case, got, want):
        if case.entry != "transpose" or len(got.calls) != 1 or case.args[0].size < 2:
            return None
        call = got.calls[0]
        if not any(each is not None and np.array_equal(each, call["result"]) for each in call["operands"]):
            return None
        return Failure("calls", "np.einsum returned its operand unchanged, so something else transposed it.")


CHECKS = (close(), one_call_of("numpy.einsum"), transposed_by_einsum())

SIX = np.array([[1.0, 2.0, 4.0], [8.0, 16.0, 32.0]])
NINE = np.array([[1.0, 2.0, 4.0], [8.0, 16.0, 32.0], [64.0, 128.0, 256.0]])


def cases(rng):
    long = np.cos(np.arange(600.0)).reshape(300, 2)
    for entry in ("total", "row_sums", "column_sums", "transpose"):
        yield Case(f"{entry} of a 2x3 matrix", SIX).to(entry)
        yield Case(f"{entry} of a 5x3 matrix", rng.normal(size=(5, 3))).to(entry)
        yield Case(f"{entry} of a square", rng.normal(size=(3, 3))).to(entry)
        yield Case(f"{entry} of three hundred rows", long).to(entry).plain()
    for entry in ("diagonal", "trace"):
        yield Case(f"{entry} of a 3x3 matrix", NINE).to(entry)
        yield Case(f"{entry} of a 4x4 matrix", rng.normal(size=(4, 4))).to(entry)
        yield Case(f"{entry} of a 100x100 matrix", np.cos(np.arange(10_000.0)).reshape(100, 100)).to(entry)
    for entry in ("total", "row_sums", "column_sums", "transpose"):
        yield Case(f"{entry} of one column", rng.normal(size=(4, 1))).to(entry).edge("one row or column")
        yield Case(f"{entry} of one row", SIX[:1]).to(entry).edge("one row or column")
    for entry in ("diagonal", "trace"):
        yield Case(f"{entry} of a 1x1 matrix", np.array([[7.0]])).to(entry).edge("one row or column")


@mistake("Your row sums and column sums are swapped. The letter after the arrow is kept, so row sums keep i and column "
         "sums keep j.")
class rows_and_columns_swapped:
    def row_sums(A):
        return np.einsum("ij->j", A)

    def column_sums(A):
        return np.einsum("ij->i", A)


@mistake("Your row sums are column sums. Keep i, the letter of the rows, after the arrow.", entry="row_sums")
def row_sums_of_columns(A):
    return np.einsum("ij->j", A)


@mistake("Your column sums are row sums. Keep j, the letter of the columns, after the arrow.", entry="column_sums")
def column_sums_of_rows(A):
    return np.einsum("ij->i", A)


@mistake("Your total still has an axis. Keep no letter after the arrow to sum over everything.", entry="total")
def total_of_rows(A):
    return np.einsum("ij->i", A)


@mistake("Your total still has an axis. Keep no letter after the arrow to sum over everything.", entry="total")
def total_of_columns(A):
    return np.einsum("ij->j", A)


@mistake("Your total is A itself. Write an arrow with no letter after it: 'ij->'.", entry="total")
def total_not_summed(A):
    return np.einsum("ij", A)


@mistake("Your total multiplies A by itself, so it is the sum of squares. Pass A once.", entry="total")
def total_of_squares(A):
    return np.einsum("ij,ij->", A, A)


@mistake("Your transpose is A itself. Put the letters in the other order after the arrow.", entry="transpose")
def not_transposed(A):
    return np.einsum("ij->ij", A)


@mistake("Your trace sums all of A. Two different letters run independently, so repeat one letter for the diagonal.",
         entry="trace")
def trace_of_everything(A):
    return np.einsum("ij->", A)


@mistake("Your trace is still the diagonal. Leave the repeated letter out after the arrow to sum it.",
         entry="trace")
def trace_not_summed(A):
    return np.einsum("ii->i", A)


@mistake("Your diagonal is summed up. Keep the repeated letter after the arrow: 'ii->i'.", entry="diagonal")
def diagonal_summed(A):
    return np.einsum("ii->", A)


@mistake("Your diagonal gives row sums. Two different letters run independently, so repeat one letter to take the "
         "diagonal.", entry="diagonal")
def diagonal_as_row_sums(A):
    return np.einsum("ij->i", A)


@mistake("Your diagonal is a matrix with zeros beside it. Repeat one letter and keep it once to get the vector.",
         entry="diagonal")
def diagonal_in_a_matrix(A):
    return np.einsum("ij,ij->ij", A, np.eye(len(A)))


@mistake("Your sums are means. Do not divide.")
class means:
    def total(A):
        return np.einsum("ij->", A) / A.size

    def row_sums(A):
        return np.einsum("ij->i", A) / A.shape[1]

    def column_sums(A):
        return np.einsum("ij->j", A) / A.shape[0]


@mistake("The values are right, but you compute them without np.einsum. Say in the letters what is kept and what is "
         "summed.", kind="calls", when=says("was not called"))
class without_einsum:
    def total(A):
        return A.sum()


@mistake("The values are right, but you call np.einsum more than once. One call is enough, because the letters after "
         "the arrow say what is kept.", kind="calls", when=says("was called"))
class several_calls:
    def total(A):
        return np.einsum("i->", np.einsum("ij->i", A))

    def trace(A):
        return np.einsum("i->", np.einsum("ii->i", A))


@mistake("The values are right, but another operation prepares A for np.einsum. Pass A itself, and say the rest in "
         "the letters.", kind="calls", when=says("before it"))
class prepared_by_others:
    def total(A):
        return np.einsum("i->", A.sum(axis=1))


@mistake("The values are right, but another operation finishes the work after np.einsum. Let the letters do it: a "
         "letter that is missing after the arrow is summed.", kind="calls", when=says("after it"))
class finished_by_others:
    def row_sums(A):
        return np.einsum("ij->ij", A).sum(axis=1)

    def trace(A):
        return np.einsum("ii->i", A).sum()


@mistake("The values are right, but np.einsum returns its operand unchanged, and something else transposes it. Swap "
         "the letters after the arrow instead.", kind="calls", when=says("returned its operand"))
class transposed_by_others:
    def transpose(A):
        return np.einsum("ij->ij", A).T


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
