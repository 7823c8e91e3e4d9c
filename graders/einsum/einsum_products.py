"""The two-operand patterns: which letters are shared, which are kept, and einsum alone does the work."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, one_call_of, says

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
    def draw(*shape):
        return rng.normal(size=shape)

    long, other = np.cos(np.arange(600.0)).reshape(300, 2), np.sin(np.arange(600.0)).reshape(300, 2)
    yield Case("matmul of two 2x2", A, B).to("matmul")
    yield Case("matmul of a 2x3 and a 3x4", C, draw(3, 4)).to("matmul")
    yield Case("matmul of two 3x3", draw(3, 3), draw(3, 3)).to("matmul")
    yield Case("matmul of a 300x2 and a 2x3", long, D).to("matmul").plain()
    for entry in ("elementwise", "frobenius"):
        yield Case(f"{entry} of two 2x2", A, B).to(entry)
        yield Case(f"{entry} of two 2x3", C, D).to(entry)
        yield Case(f"{entry} of two 5x3", draw(5, 3), draw(5, 3)).to(entry)
        yield Case(f"{entry} of two 300x2", long, other).to(entry).plain()
    yield Case("outer of two and three", np.array([1.0, 2.0]), np.array([3.0, 4.0, 5.0])).to("outer")
    yield Case("outer of three and three", draw(3), draw(3)).to("outer")
    yield Case("outer of three hundred and two", long[:, 0], D[:, 0]).to("outer").plain()
    yield Case("dot of two pairs", np.array([1.0, 2.0]), np.array([3.0, 4.0])).to("dot")
    yield Case("dot of five and five", draw(5), draw(5)).to("dot")
    yield Case("dot of three hundred and three hundred", long[:, 0], other[:, 1]).to("dot").plain()
    yield Case("matmul over one shared entry", draw(3, 1), draw(1, 2)).to("matmul").edge("sizes of 1")
    yield Case("matmul of a row and a 4x3", draw(1, 4), draw(4, 3)).to("matmul").edge("sizes of 1")
    for entry in ("elementwise", "frobenius"):
        yield Case(f"{entry} of two columns", draw(4, 1), draw(4, 1)).to(entry).edge("sizes of 1")
        yield Case(f"{entry} of two rows", draw(1, 3), draw(1, 3)).to(entry).edge("sizes of 1")
    yield Case("outer of four and one", draw(4), draw(1)).to("outer").edge("sizes of 1")
    yield Case("dot of two single entries", np.array([3.0]), np.array([-2.0])).to("dot").edge("sizes of 1")


@mistake("Your matmul multiplies entry by entry. Let the second letter of A be the first of B, and sum over that "
         "shared letter.", entry="matmul")
def matmul_entry_by_entry(A, B):
    return np.einsum("ij,ij->ij", A, B)


@mistake("Your matmul pairs the rows of A with the rows of B, which is A @ B.T. Let A's second letter be B's first.",
         entry="matmul")
def matmul_with_transposed_b(A, B):
    return np.einsum("ik,jk->ij", A, B)


@mistake("Your matmul pairs the columns of A with the columns of B, which is A.T @ B. Let A's second letter be B's "
         "first.", entry="matmul")
def matmul_with_transposed_a(A, B):
    return np.einsum("ki,kj->ij", A, B)


@mistake("Your matmul is transposed. After the arrow, put the letter of A's rows first.", entry="matmul")
def matmul_transposed(A, B):
    return np.einsum("ik,kj->ji", A, B)


@mistake("Your matmul keeps all three letters. Leave the shared letter out after the arrow to sum it.",
         entry="matmul")
def matmul_not_summed(A, B):
    return np.einsum("ik,kj->ikj", A, B)


@mistake("Your elementwise product is summed. Keep both letters after the arrow.", entry="elementwise")
def elementwise_summed(A, B):
    return np.einsum("ij,ij->", A, B)


@mistake("Your Frobenius product is summed along one axis only. Keep no letter after the arrow to get a scalar.",
         entry="frobenius")
def frobenius_of_rows(A, B):
    return np.einsum("ij,ij->i", A, B)


@mistake("Your Frobenius product is summed along one axis only. Keep no letter after the arrow to get a scalar.",
         entry="frobenius")
def frobenius_of_columns(A, B):
    return np.einsum("ij,ij->j", A, B)


@mistake("Your Frobenius product is the trace of A @ B, because 'ji' for B multiplies each entry by its mirror image. "
         "Give both operands the same letters in the same order.", entry="frobenius")
def frobenius_as_trace(A, B):
    return np.einsum("ij,ji->", A, B)


@mistake("Your Frobenius product is sum(A) times sum(B), because the two share no letter. Give both the same letters.",
         entry="frobenius")
def frobenius_of_sums(A, B):
    return np.einsum("ij,kl->", A, B)


@mistake("You take the square root, as for the Frobenius norm. The Frobenius product is the plain sum of products.",
         entry="frobenius")
def frobenius_rooted(A, B):
    return np.sqrt(np.abs(np.einsum("ij,ij->", A, B)))


@mistake("Your outer product is transposed. u runs down the rows, so put its letter first after the arrow.",
         entry="outer")
def outer_transposed(u, v):
    return np.einsum("i,j->ji", u, v)


@mistake("Your outer product is summed. Keep both letters after the arrow.", entry="outer")
def outer_summed(u, v):
    return np.einsum("i,j->", u, v)


@mistake("Your dot product is not summed. Leave the shared letter out after the arrow.", entry="dot")
def dot_not_summed(u, v):
    return np.einsum("i,i->i", u, v)


@mistake("Your dot product gives the two vectors different letters, so it is sum(u) times sum(v). Share one letter.",
         entry="dot")
def dot_of_sums(u, v):
    return np.einsum("i,j->", u, v)


@mistake("The values are right, but you compute them without np.einsum. Say in the letters what is multiplied and "
         "what is summed.", kind="calls", when=says("was not called"))
class without_einsum:
    def matmul(A, B):
        return A @ B


@mistake("The values are right, but you call np.einsum more than once. One call multiplies and sums.",
         kind="calls", when=says("was called"))
class several_calls:
    def frobenius(A, B):
        return np.einsum("i->", np.einsum("ij,ij->i", A, B))


@mistake("The values are right, but another operation comes before np.einsum. Pass both operands to it, and say the "
         "rest in the letters.", kind="calls", when=says("before it"))
class prepared_by_others:
    def matmul(A, B):
        return np.einsum("ij->ij", A @ B)

    def dot(u, v):
        return np.einsum("i->", u * v)


@mistake("The values are right, but another operation finishes the work after np.einsum. Let the letters do it: a "
         "letter that is missing after the arrow is summed.", kind="calls", when=says("after it"))
class finished_by_others:
    def frobenius(A, B):
        return np.einsum("ij,ij->ij", A, B).sum()


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
