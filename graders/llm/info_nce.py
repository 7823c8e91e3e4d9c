"""InfoNCE: unit rows, the temperature, one direction, and a stable logarithm of the softmax.

Rows are at least half a unit long, so that a small constant added to the norms does no harm.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def pairs(n, d):
        """Related rows of all lengths."""
        a, noise = rng.normal(size=(n, d)), rng.normal(size=(n, d))
        b = a + 0.8 * noise
        lengths = rng.uniform(0.5, 4.0, size=(2, n, 1))
        return [x / np.linalg.norm(x, axis=1, keepdims=True) * each for x, each in zip((a, b), lengths)]

    yield Case("one pair", np.array([[3.0, 4.0]]), np.array([[1.0, 0.0]]))
    yield Case("two rows, all alike", np.ones((2, 2)), np.ones((2, 2)))
    yield Case("two pairs", np.array([[2.0, 0.0], [0.0, 1.0]]), np.array([[3.0, 0.0], [1.0, 1.0]]), 1.0)
    yield Case("one feature", np.array([[2.0], [-1.0], [3.0]]), np.array([[1.0], [4.0], [-2.0]]), 0.5)
    yield Case("two random pairs, a temperature of 1", *pairs(2, 3), 1.0)
    yield Case("more rows than features", *pairs(5, 2), 0.5)
    yield Case("more features than rows", *pairs(3, 6), float(rng.uniform(0.2, 0.8)))
    yield Case("the default temperature", *pairs(4, 3))
    yield Case("a high temperature", *pairs(4, 3), temperature=5.0)
    a, b = pairs(4, 3)
    yield Case("rows of very different lengths", a * np.array([[1e4], [1.0], [100.0], [1.0]]), b, 0.3)
    yield Case("perfect matches, a low temperature", np.diag([2.0, 3.0, 0.5]), np.eye(3), 0.002)
    yield Case("all pairs mismatched, a low temperature", np.eye(3), np.eye(3)[[1, 2, 0]], 1e-4)
    yield Case("one of three mismatched", np.eye(3)[[0, 1, 1]] * 2, np.diag([1.0, 1.0, -2.0]), 1e-3)
    far = np.array([[-1.0, 0.0], [-6.0, -8.0]])
    yield Case("one row's scores far below the other's", np.array([[1.0, 0.0], [-3.0, 0.0]]), far, 1e-4)
    yield Case("as many rows as features", *pairs(4, 4), 0.2)
    yield Case("three hundred pairs", *pairs(300, 3), 0.5).plain()


def _unit(x, axis=1):
    return x / np.linalg.norm(x, axis=axis, keepdims=True)


def _scores(a, b, temperature):
    return _unit(a) @ _unit(b).T / temperature


def _losses(scores, axis=1):
    return np.logaddexp.reduce(scores, axis=axis) - np.diag(scores)


@mistake("You compare the rows as they are. Bring each to length 1 first, so that the products are cosines.")
def not_normalised(a, b, temperature=0.07):
    return np.mean(_losses(a @ b.T / temperature))


@mistake("You normalise the rows of a alone; those of b need length 1 as well.")
def only_a_normalised(a, b, temperature=0.07):
    return np.mean(_losses(_unit(a) @ b.T / temperature))


@mistake("You normalise the columns. Each row is one sample, and each row gets length 1.")
def columns_normalised(a, b, temperature=0.07):
    return np.mean(_losses((a / (np.linalg.norm(a, axis=0) + 1e-12)) @ (b / (np.linalg.norm(b, axis=0) + 1e-12)).T
                           / temperature))


@mistake("You divide by the norm of the whole matrix. Each row gets length 1 by its own norm.")
def matrix_normalised(a, b, temperature=0.07):
    return np.mean(_losses(a @ b.T / (np.linalg.norm(a) * np.linalg.norm(b)) / temperature))


@mistake("You divide each row by its squared length; the square root is missing.")
def by_squared_lengths(a, b, temperature=0.07):
    return np.mean(_losses(a / np.sum(a**2, 1, keepdims=True) @ (b / np.sum(b**2, 1, keepdims=True)).T / temperature))


@mistake("You normalise with a softmax down the rows of a: that matches b to a. Here each row of a looks among all "
         "rows of b.")
def other_direction(a, b, temperature=0.07):
    return np.mean(_losses(_scores(a, b, temperature), axis=0))


@mistake("You average both directions, as CLIP does. The task asks for one: from a to b.")
def both_directions(a, b, temperature=0.07):
    scores = _scores(a, b, temperature)
    return (np.mean(_losses(scores)) + np.mean(_losses(scores, axis=0))) / 2


@mistake("You sum over the rows; the loss is their mean.")
def summed(a, b, temperature=0.07):
    return np.sum(_losses(_scores(a, b, temperature)))


@mistake("You return one loss for each row; their mean is asked for.")
def not_averaged(a, b, temperature=0.07):
    return _losses(_scores(a, b, temperature))


@mistake("You multiply by the temperature; the similarities are divided by it.")
def multiplied(a, b, temperature=0.07):
    return np.mean(_losses(_scores(a, b, 1 / temperature)))


@mistake("You leave out the temperature, by which the similarities are divided.")
def no_temperature(a, b, temperature=0.07):
    return np.mean(_losses(_scores(a, b, 1.0)))


@mistake("You always use a temperature of 0.07; use the argument.")
def temperature_ignored(a, b, temperature=0.07):
    return np.mean(_losses(_scores(a, b, 0.07)))


@mistake("The default temperature is 0.07.")
def another_default(a, b, temperature=0.1):
    return np.mean(_losses(_scores(a, b, temperature)))


@mistake("You count the negatives alone below the fraction line. The partner belongs to the sum as well: Σ over all j.")
def partner_left_out(a, b, temperature=0.07):
    scores = _scores(a, b, temperature)
    if len(a) == 1:
        return 0.0
    others = scores + np.where(np.eye(len(a)), -np.inf, 0.0)
    return np.mean(np.logaddexp.reduce(others, axis=1) - np.diag(scores))


@mistake("You return the mean log-probability, which is never positive; the loss is its negative.")
def negated(a, b, temperature=0.07):
    return -np.mean(_losses(_scores(a, b, temperature)))


@mistake("You leave out the logarithm: the loss is −log of the partner's probability.")
def without_the_logarithm(a, b, temperature=0.07):
    return -np.mean(np.exp(-_losses(_scores(a, b, temperature))))


@mistake("You average the probabilities of the partners before the logarithm; the logarithms are averaged.")
def logarithm_of_the_mean(a, b, temperature=0.07):
    return -np.log(np.maximum(np.mean(np.exp(-_losses(_scores(a, b, temperature)))), 1e-300))


@mistake("You take the logarithm of a softmax: at a low temperature a partner's probability underflows to 0, and its "
         "logarithm is −∞. Subtract log(Σ exp) from the score instead.")
def logarithm_of_softmax(a, b, temperature=0.07):
    scores = _scores(a, b, temperature)
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    return -np.mean(np.log(np.diag(exps / exps.sum(axis=1, keepdims=True))))


@mistake("You keep the logarithm finite with a small constant or a clip, so a bad mismatch costs too little. Subtract "
         "log(Σ exp) from the score: nothing needs clipping.")
def clipped(a, b, temperature=0.07):
    return -np.mean(np.log(np.exp(-_losses(_scores(a, b, temperature))) + 1e-12))


@mistake("exp overflows at a low temperature. Subtract each row's largest score before you exponentiate.")
def not_shifted(a, b, temperature=0.07):
    scores = _scores(a, b, temperature)
    return np.mean(np.log(np.exp(scores).sum(axis=1)) - np.diag(scores))


@mistake("You subtract one maximum for the whole matrix; a row far below it underflows, and log 0 is −∞. The maximum "
         "belongs to each row.")
def global_maximum(a, b, temperature=0.07):
    scores = _scores(a, b, temperature)
    scores = scores - scores.max()
    return np.mean(np.log(np.exp(scores).sum(axis=1)) - np.diag(scores))


@alternative
def by_cosines_and_logaddexp(a, b, temperature=0.07):
    lengths = np.sqrt((a**2).sum(-1))[:, None] * np.sqrt((b**2).sum(-1))[None]
    cosines = np.einsum("id,jd->ij", a, b) / lengths
    log_probs = cosines / temperature - np.logaddexp.reduce(cosines / temperature, axis=1, keepdims=True)
    return -np.trace(log_probs) / len(a)


@alternative
def row_by_row(a, b, temperature=0.07):
    import math

    total = 0.0
    for i in range(len(a)):
        scores = []
        for row in b:
            cosine = float(a[i] @ row) / (math.sqrt(float(a[i] @ a[i])) * math.sqrt(float(row @ row)))
            scores.append(cosine / temperature)
        gaps = [score - scores[i] for score in scores]
        top = max(gaps)
        total += top + math.log(sum(math.exp(gap - top) for gap in gaps))
    return total / len(a)


@alternative
def with_a_small_constant(a, b, temperature=0.07):
    a = a / (np.linalg.norm(a, axis=-1, keepdims=True) + 1e-12)
    b = b / np.maximum(np.linalg.norm(b, axis=-1, keepdims=True), 1e-8)
    scores = a.dot(b.T) / temperature
    top = scores.max(1)
    return (top + np.log(np.exp(scores - top[:, None]).sum(1)) - scores[range(len(a)), range(len(a))]).mean()
