"""Vector quantization: the nearest code, ties to the lower index, and a mean over all entries with both terms."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, lacks, mistake, says, uses


def cases(rng):
    yield Case("on a line", np.array([[0.0], [10.0], [7.0]]), np.array([[9.0], [1.0]]))
    z, codebook = np.array([[0.0, 1.0], [5.0, 4.0]]), np.array([[4.0, 4.0], [0.0, 0.0], [9.0, 9.0]])
    yield Case("in the plane", z, codebook)
    yield Case("vectors that are codes", codebook[[2, 0, 2]], codebook)
    far = np.array([[3.5, 0.0], [2.0, 2.0], [23.5, 20.0], [23.0, 23.0]])
    yield Case("Euclidean distance decides", np.array([[0.0, 0.0], [20.0, 20.0]]), far)
    yield Case("a long code", np.array([[1.0, 0.5], [-1.0, -0.5]]), np.array([[9.0, 6.0], [1.0, -1.0]]))
    yield Case("random", *separated(rng, 7, 3, 4))
    yield Case("more codes than vectors", *separated(rng, 2, 5, 6))
    yield Case("as many of everything", *separated(rng, 3, 3, 3))
    n = np.arange(300.0)[:, None]
    yield Case("three hundred vectors", n, np.array([[70.4], [299.0], [-9.0]])).plain()
    yield Case("halfway", np.array([[1.0], [3.0]]), np.array([[2.0], [0.0], [4.0]])).edge("ties")
    right = np.array([[5.0], [2.0], [0.0]])
    yield Case("halfway, the lower index farther right", np.array([[1.0], [9.0]]), right).edge("ties")
    twins = np.array([[4.0, 4.0], [1.0, 2.0], [1.0, 2.0]])
    yield Case("equal codes", np.array([[0.0, 0.0], [2.0, 1.0], [5.0, 5.0]]), twins).edge("ties")
    square = np.array([[2.0, 0.0], [0.0, 2.0], [0.0, 0.0], [2.0, 2.0]])
    yield Case("in the middle of four", np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 0.0]]), square).edge("ties")
    # so many that a sort which is not stable hardly ever puts the first of a tie first
    crowd = np.tile(np.arange(20.0), 15)[:, None]
    yield Case("fifteen codes in each of twenty places", n[:20] + 0.25, crowd).plain().edge("ties")
    yield Case("one vector, one code", np.array([[3.0, 1.0]]), np.array([[0.0, 0.0]])).edge("single ones")
    yield Case("one vector", *separated(rng, 1, 2, 3)).edge("single ones")
    yield Case("one code", rng.normal(size=(4, 2)), rng.normal(size=(1, 2))).edge("single ones")
    yield Case("d = 1", *separated(rng, 6, 1, 3)).edge("single ones")
    many = np.array([[199.2], [150.0], [70.4]])
    yield Case("two hundred codes", many, n[:200]).plain().edge("many codes")


def separated(rng, n, d, K):
    """Random vectors and codes; no choice is decided by rounding."""
    while True:
        z, codebook = rng.normal(1.0, 3.0, size=(n, d)), rng.normal(1.0, 3.0, size=(K, d))
        distances = np.sort(_distances(z, codebook), axis=1)
        if np.min(distances[:, 1] - distances[:, 0]) > 0.03:
            return z, codebook


def _distances(z, codebook):
    return np.linalg.norm(z[:, None] - codebook, axis=2)


def _from(indices, z, codebook):
    quantized = codebook[indices]
    return indices, quantized, 1.25 * np.mean((z - quantized) ** 2)


def _right(z, codebook):
    return _from(_distances(z, codebook).argmin(axis=1), z, codebook)


@mistake("Your loss has the weight {weight}. The codebook term has the weight 1 and the commitment term 0.25: together "
         "1.25.", constants={"weight": (1, 0.25, 2, 0.75, 0.5)})
def another_weight(z, codebook, *, weight):
    indices, quantized, loss = _right(z, codebook)
    return indices, quantized, loss * weight / 1.25


@mistake("You add the commitment term with the weight 0.25 · 0.25, or square the weight. Together the terms have the "
         "weight 1.25.", constants={"weight": (1.0625, 1.5625)})
def weight_squared(z, codebook, *, weight):
    indices, quantized, loss = _right(z, codebook)
    return indices, quantized, loss * weight / 1.25


@mistake("You sum the squared differences of a vector and average over the vectors. Average over all n · d entries.")
def summed_over_the_features(z, codebook):
    indices, quantized, loss = _right(z, codebook)
    return indices, quantized, loss * z.shape[1]


@mistake("You sum the squared differences. Average over all n · d entries.")
def summed(z, codebook):
    indices, quantized, loss = _right(z, codebook)
    return indices, quantized, loss * z.size


@mistake("Your loss is the mean distance. Average the squared differences of all entries.")
def mean_distance(z, codebook):
    indices, quantized, _ = _right(z, codebook)
    return indices, quantized, 1.25 * np.mean(np.linalg.norm(z - quantized, axis=1))


@mistake("Your loss averages absolute differences. Square them.")
def absolute_differences(z, codebook):
    indices, quantized, _ = _right(z, codebook)
    return indices, quantized, 1.25 * np.mean(np.abs(z - quantized))


@mistake("Your loss has a root around the mean. Leave it out.")
def root_of_the_mean(z, codebook):
    indices, quantized, _ = _right(z, codebook)
    return indices, quantized, 1.25 * np.sqrt(np.mean((z - quantized) ** 2))


@mistake("You return one loss per vector. Return one number, the mean over all entries.")
def loss_per_vector(z, codebook):
    indices, quantized, _ = _right(z, codebook)
    return indices, quantized, 1.25 * np.mean((z - quantized) ** 2, axis=1)


@mistake("You subtract the commitment term. Add both: 1.25 times the mean.")
def negative_loss(z, codebook):
    indices, quantized, loss = _right(z, codebook)
    return indices, quantized, -loss


@mistake("You find the nearest vector of each code. Take the argmin along the axis of the codes: one index per vector.")
def nearest_vectors(z, codebook):
    indices = _distances(z, codebook).argmin(axis=0)
    quantized = codebook[indices % len(codebook)]
    return indices, quantized, 1.25 * np.mean((z[: len(quantized)] - quantized[: len(z)]) ** 2)


@mistake("You choose the farthest code. Take the argmin of the distances.")
def farthest(z, codebook):
    return _from(_distances(z, codebook).argmax(axis=1), z, codebook)


@mistake("On a tie your code takes the higher index. Take the lower one, as np.argmin does.")
def ties_to_the_last(z, codebook):
    return _from(len(codebook) - 1 - _distances(z, codebook)[:, ::-1].argmin(axis=1), z, codebook)


@mistake("NumPy's default sort does not keep equal distances in their order. Use np.argmin, which takes the first.",
         when=both(uses("np.argsort"), lacks("kind=", "stable=")))
def unstable_sort(z, codebook):
    return _from(np.argsort(_distances(z, codebook), axis=1)[:, 0], z, codebook)


@mistake("You sum absolute differences (Manhattan distance). Sum their squares for the Euclidean distance.")
def manhattan(z, codebook):
    return _from(np.abs(z[:, None] - codebook).sum(axis=2).argmin(axis=1), z, codebook)


@mistake("You choose the code with the largest dot product. That favors long codes over near ones, so use the "
         "distance.")
def largest_product(z, codebook):
    return _from((z @ codebook.T).argmax(axis=1), z, codebook)


@mistake("You choose by the angle (cosine similarity). Use the Euclidean distance, which the length counts in too.")
def by_the_angle(z, codebook):
    lengths = np.linalg.norm(z, axis=1)[:, None] * np.linalg.norm(codebook, axis=1)
    return _from(np.argmax(z @ codebook.T / np.where(lengths == 0, 1.0, lengths), axis=1), z, codebook)


@mistake("The factor 2 is missing in your expansion: ‖z − c‖² = ‖z‖² − 2 z·c + ‖c‖².")
def factor_missing_in_the_expansion(z, codebook):
    return _from(((codebook**2).sum(axis=1) - z @ codebook.T).argmin(axis=1), z, codebook)


@mistake("You return the vectors as they are. The second result holds the nearest codes.")
def not_quantized(z, codebook):
    indices, _, loss = _right(z, codebook)
    return indices, z.copy(), loss


@mistake("You return z − quantized, the difference. Return the codes themselves.")
def difference_returned(z, codebook):
    indices, quantized, loss = _right(z, codebook)
    return indices, z - quantized, loss


@mistake("You return one-hot rows. Return the indices of the codes, (n,).")
def one_hot(z, codebook):
    indices, quantized, loss = _right(z, codebook)
    return np.eye(len(codebook))[indices], quantized, loss


@mistake("The indices have an extra axis. They have the shape (n,).")
def indices_as_a_column(z, codebook):
    indices, quantized, loss = _right(z, codebook)
    return indices[:, None], quantized, loss


@mistake("You return the results in another order. It is (indices, quantized, loss).",
         constants={"order": ((1, 0, 2), (1, 2, 0), (2, 1, 0), (2, 0, 1))})
def results_in_another_order(z, codebook, *, order):
    results = _right(z, codebook)
    return tuple(results[i] for i in order)


@mistake("Your indices have 8 bits and a sign, so those above 127 become negative. Use a wider integer type.")
def indices_in_int8(z, codebook):
    indices, quantized, loss = _right(z, codebook)
    return indices.astype(np.int8), quantized, loss


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(z, codebook):
    results = _right(z, codebook)
    z -= results[1]
    return results


@alternative
def by_expansion(z, codebook):
    scores = (codebook**2).sum(axis=1) - 2 * z @ codebook.T
    indices = scores.argmin(axis=1).astype(np.int32)
    quantized = np.take(codebook, indices, axis=0)
    error = (z - quantized).ravel()
    return [indices, quantized, error @ error / error.size + 0.25 * np.mean((quantized - z) ** 2)]


@alternative
def in_loops(z, codebook):
    indices, total = [], 0.0
    for row in z.tolist():
        best, least = 0, None
        for k, code in enumerate(codebook.tolist()):
            square = sum((a - b) ** 2 for a, b in zip(row, code))
            if least is None or square < least:
                best, least = k, square
        indices.append(best)
        total += least
    return np.array(indices), [codebook[k] for k in indices], 1.25 * total / z.size


@alternative
def straight_through(z, codebook):
    one_hot = np.zeros((len(z), len(codebook)))
    squares = np.stack([((z - code) ** 2).sum(-1) for code in codebook], axis=-1)
    indices = np.array([int(np.flatnonzero(row == row.min())[0]) for row in squares])
    one_hot[np.arange(len(z)), indices] = 1
    quantized = one_hot @ codebook
    loss = np.mean((quantized - z) ** 2)
    return indices, z + (quantized - z), loss + 0.25 * loss
