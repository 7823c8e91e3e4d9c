"""The two-operand patterns: which letters are shared, which are kept, and einsum alone does the work."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, one_call_of

CHECKS = (close(), one_call_of("numpy.einsum"))

COMMUTES = "both operands carry the same letters, and multiplication commutes"
EQUIVALENT = {
    "elementwise: swap A and B in np.einsum in `return np.einsum('ij,ij->ij', A, B)`": COMMUTES,
    "frobenius: swap A and B in np.einsum in `return np.einsum('ij,ij->', A, B)`": COMMUTES,
    "dot: swap u and v in np.einsum in `return np.einsum('i,i->', u, v)`": COMMUTES,
}

A = np.array([[1.0, 2.0], [3.0, 4.0]])
B = np.array([[5.0, 6.0], [7.0, 8.0]])
C = np.array([[1.0, -2.0, 3.0], [4.0, 5.0, -6.0]])
D = np.array([[2.0, 0.5, 1.0], [-1.0, 3.0, 2.0]])


def cases(rng):
    yield Case("matmul of two 2x2", A, B).to("matmul")
    yield Case("matmul of a 2x3 and a 3x4", C, rng.normal(size=(3, 4))).to("matmul")
    yield Case("matmul over one shared entry", rng.normal(size=(3, 1)), rng.normal(size=(1, 2))).to("matmul")
    yield Case("matmul of a row and a 4x3", rng.normal(size=(1, 4)), rng.normal(size=(4, 3))).to("matmul")
    yield Case("matmul of two 3x3", rng.normal(size=(3, 3)), rng.normal(size=(3, 3))).to("matmul")
    for entry in ("elementwise", "frobenius"):
        yield Case(f"{entry} of two 2x2", A, B).to(entry)
        yield Case(f"{entry} of two 2x3", C, D).to(entry)
        yield Case(f"{entry} of two columns", rng.normal(size=(4, 1)), rng.normal(size=(4, 1))).to(entry)
        yield Case(f"{entry} of two 5x3", rng.normal(size=(5, 3)), rng.normal(size=(5, 3))).to(entry)
    yield Case("outer of two and three", np.array([1.0, 2.0]), np.array([3.0, 4.0, 5.0])).to("outer")
    yield Case("outer of three and three", rng.normal(size=3), rng.normal(size=3)).to("outer")
    yield Case("outer of four and one", rng.normal(size=4), rng.normal(size=1)).to("outer")
    yield Case("dot of two pairs", np.array([1.0, 2.0]), np.array([3.0, 4.0])).to("dot")
    yield Case("dot of two single entries", np.array([3.0]), np.array([-2.0])).to("dot")
    yield Case("dot of five and five", rng.normal(size=5), rng.normal(size=5)).to("dot")
    long, other = np.cos(np.arange(600.0)).reshape(300, 2), np.sin(np.arange(600.0)).reshape(300, 2)
    yield Case("matmul of a 300x2 and a 2x3", long, D).to("matmul").plain()
    yield Case("elementwise of two 300x2", long, other).to("elementwise").plain()
    yield Case("frobenius of two 300x2", long, other).to("frobenius").plain()
    yield Case("outer of three hundred and two", long[:, 0], D[:, 0]).to("outer").plain()
    yield Case("dot of three hundred and three hundred", long[:, 0], other[:, 1]).to("dot").plain()


@mistake("Your matmul multiplies entry by entry. In a matrix product the second letter of A is the first of "
         "B, and that shared letter is summed.", entry="matmul")
def matmul_entry_by_entry(A, B):
    return np.einsum("ij,ij->ij", A, B)


@mistake("Your matmul pairs the rows of A with the rows of B, which is A @ B.T. The shared letter must be "
         "A's second and B's first.", entry="matmul")
def matmul_with_transposed_b(A, B):
    return np.einsum("ik,jk->ij", A, B)


@mistake("Your matmul is transposed: after the arrow, the letter of A's rows comes first.", entry="matmul")
def matmul_transposed(A, B):
    return np.einsum("ik,kj->ji", A, B)


@mistake("Your elementwise product is summed up; keep both letters after the arrow.", entry="elementwise")
def elementwise_summed(A, B):
    return np.einsum("ij,ij->", A, B)


@mistake("Your Frobenius product is summed along one axis only. To get a scalar, leave no letter after the "
         "arrow.", entry="frobenius")
def frobenius_along_rows(A, B):
    return np.einsum("ij,ij->i", A, B)


@mistake("Your Frobenius product is the trace of A @ B: with 'ji' for B, entries meet their mirror image. "
         "Both operands need the same letters in the same order.", entry="frobenius")
def frobenius_as_trace(A, B):
    return np.einsum("ij,ji->", A, B)


@mistake("Your outer product is transposed: u runs down the rows, so its letter comes first after the "
         "arrow.", entry="outer")
def outer_transposed(u, v):
    return np.einsum("i,j->ji", u, v)


@mistake("Your dot product is not summed: the shared letter has to disappear after the arrow.", entry="dot")
def dot_not_summed(u, v):
    return np.einsum("i,i->i", u, v)


@mistake("Your dot product gives the two vectors different letters, so it is sum(u) times sum(v). Share one "
         "letter.", entry="dot")
def dot_of_sums(u, v):
    return np.einsum("i,j->", u, v)


@mistake("The values are right, but something other than one call of np.einsum computes them. Say in the "
         "letters alone what is multiplied and what is summed.", kind="calls")
class other_products:
    def matmul(A, B):
        return A @ B

    def frobenius(A, B):
        return np.einsum("ij,ij->ij", A, B).sum()

    def dot(u, v):
        return np.einsum("i->", u * v)


@alternative
class other_letters:
    def matmul(A, B):
        return np.einsum("xy,yz", A, B)

    def elementwise(A, B):
        return np.einsum("pq,pq->pq", B, A)

    def frobenius(A, B):
        return float(np.einsum("ij,ij", A, B))

    def outer(u, v):
        return np.einsum("a,b", u, v)

    def dot(u, v):
        return np.einsum("i,i", u, v)


@alternative
class sublists:
    def matmul(A, B):
        return np.einsum(A, [0, 1], B, [1, 2], [0, 2], optimize=True)

    def elementwise(A, B):
        return np.einsum(A, [0, 1], B, [0, 1], [0, 1])

    def frobenius(A, B):
        return np.einsum(A, [0, 1], B, [0, 1], [])

    def outer(u, v):
        return np.einsum(u, [0], v, [1], [0, 1])

    def dot(u, v):
        return np.einsum(u, [0], v, [0], [])


@alternative
class with_transposed_operands:
    def matmul(A, B):
        return np.einsum("kj,ik->ji", B, A).T

    def elementwise(A, B):
        return np.einsum("ji,ji->ij", A.T, B.T)

    def frobenius(A, B):
        return np.einsum("k,k->", A.flatten(), B.flatten())

    def outer(u, v):
        return np.einsum("ij,jk->ik", u[:, None], v[None, :])
