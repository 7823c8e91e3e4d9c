"""InfoNCE: unit rows, the temperature, one direction, and a stable logarithm of the softmax.

Rows are at least half a unit long, so that a small constant added to the norms does no harm.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says

QUIET = ("low temperatures",)


def cases(rng):
    def pairs(n, d):
        """Related rows of all lengths."""
        a, noise = rng.normal(size=(n, d)), rng.normal(size=(n, d))
        b = a + 0.8 * noise
        lengths = rng.uniform(0.5, 4.0, size=(2, n, 1))
        return [x / np.linalg.norm(x, axis=1, keepdims=True) * each for x, each in zip((a, b), lengths)]

    yield Case("two rows, all alike", np.ones((2, 2)), np.ones((2, 2)))
    yield Case("two pairs", np.array([[2.0, 0.0], [0.0, 1.0]]), np.array([[3.0, 0.0], [1.0, 1.0]]), 1.0)
    yield Case("two random pairs, a temperature of 1", *pairs(2, 3), 1.0)
    yield Case("more rows than features", *pairs(5, 2), 0.5)
    yield Case("more features than rows", *pairs(3, 6), float(rng.uniform(0.2, 0.8)))
    yield Case("as many rows as features", *pairs(4, 4), 0.2)
    yield Case("the default temperature", *pairs(4, 3))
    yield Case("a high temperature", *pairs(4, 3), temperature=5.0)
    yield Case("three hundred pairs", *pairs(300, 3), 0.5).plain()
    yield Case("a single pair", np.array([[3.0, 4.0]]), np.array([[1.0, 0.0]])).edge("one pair")
    yield Case("signs", np.array([[2.0], [-1.0], [3.0]]), np.array([[1.0], [4.0], [-2.0]]), 0.5).edge("one feature")
    a, b = pairs(4, 3)
    a *= np.array([[1e4], [1.0], [100.0], [1.0]])
    yield Case("rows of very different lengths", a, b, 0.3).edge("row lengths")
    yield Case("perfect matches", np.diag([2.0, 3.0, 0.5]), np.eye(3), 0.002).edge("low temperatures")
    a, b = np.eye(3)[[0, 1, 1]] * 2, np.diag([1.0, 1.0, -2.0])
    yield Case("one of three mismatched", a, b, 1e-3).edge("low temperatures")
    yield Case("all pairs mismatched", np.eye(3), np.eye(3)[[1, 2, 0]], 1e-4).edge("low temperatures")
    near, far = np.array([[1.0, 0.0], [-3.0, 0.0]]), np.array([[-1.0, 0.0], [-6.0, -8.0]])
    yield Case("one row's scores far below the other's", near, far, 1e-4).edge("low temperatures")


def _unit(x, axis=1):
    return x / np.linalg.norm(x, axis=axis, keepdims=True)


def _scores(a, b, temperature):
    return _unit(a) @ _unit(b).T / temperature


def _losses(scores, axis=1):
    return np.logaddexp.reduce(scores, axis=axis) - np.diag(scores)


@mistake("You compare the rows as they are. Scale each to length 1 first, so that the products are cosines.")
def not_normalized(a, b, temperature=0.07):
    return np.mean(_losses(a @ b.T / temperature))


@mistake("You normalize only the rows of a. Scale those of b to length 1 too.")
def only_a_normalized(a, b, temperature=0.07):
    return np.mean(_losses(_unit(a) @ b.T / temperature))


@mistake("You normalize the columns. Each row is one sample: scale each row to length 1.")
def columns_normalized(a, b, temperature=0.07):
    return np.mean(_losses((a / (np.linalg.norm(a, axis=0) + 1e-12)) @ (b / (np.linalg.norm(b, axis=0) + 1e-12)).T
                           / temperature))


@mistake("You divide by the norm of the whole matrix. Divide each row by its own norm.",
         constants={"rescaled": (False, True)})
def matrix_normalized(a, b, temperature=0.07, *, rescaled):
    size = len(a) if rescaled else 1
    return np.mean(_losses(a @ b.T * size / (np.linalg.norm(a) * np.linalg.norm(b)) / temperature))


@mistake("You divide each row by its squared length. Take the square root.")
def by_squared_lengths(a, b, temperature=0.07):
    return np.mean(_losses(a / np.sum(a**2, 1, keepdims=True) @ (b / np.sum(b**2, 1, keepdims=True)).T / temperature))


@mistake("You add {eps} to the norms, and a low temperature magnifies that. Rows are at least 0.5 long: divide by the "
         "norm itself.", constants={"eps": (1e-6, 1e-5, 1e-4, 1e-3)})
def eps_in_the_norms(a, b, temperature=0.07, *, eps):
    a, b = (x / (np.linalg.norm(x, axis=1, keepdims=True) + eps) for x in (a, b))
    return np.mean(_losses(a @ b.T / temperature))


@mistake("You take the softmax down the rows of a, which matches b to a. Let each row of a choose among all rows of b.")
def other_direction(a, b, temperature=0.07):
    return np.mean(_losses(_scores(a, b, temperature), axis=0))


@mistake("You average both directions, as CLIP does. Return one direction: from a to b.")
def both_directions(a, b, temperature=0.07):
    scores = _scores(a, b, temperature)
    return (np.mean(_losses(scores)) + np.mean(_losses(scores, axis=0))) / 2


@mistake("You compute SimCLR's loss: 2n rows, each against the 2n - 1 others. Let only the n rows of a choose, and "
         "only among the n rows of b.")
def nt_xent(a, b, temperature=0.07):
    both, n = np.vstack([_unit(a), _unit(b)]), len(a)
    scores = both @ both.T / temperature + np.where(np.eye(2 * n), -np.inf, 0.0)
    partner = (np.arange(2 * n) + n) % (2 * n)
    return np.mean(np.logaddexp.reduce(scores, axis=1) - scores[np.arange(2 * n), partner])


@mistake("You sum over the rows. Return their mean.")
def summed(a, b, temperature=0.07):
    return np.sum(_losses(_scores(a, b, temperature)))


@mistake("You return one loss per row. Return their mean.")
def not_averaged(a, b, temperature=0.07):
    return _losses(_scores(a, b, temperature))


@mistake("You multiply by the temperature. Divide the similarities by it.")
def multiplied(a, b, temperature=0.07):
    return np.mean(_losses(_scores(a, b, 1 / temperature)))


@mistake("You leave out the temperature. Divide the similarities by it.")
def no_temperature(a, b, temperature=0.07):
    return np.mean(_losses(_scores(a, b, 1.0)))


@mistake("Your result does not depend on the temperature. Use the argument instead of 0.07.")
def temperature_ignored(a, b, temperature=0.07):
    return np.mean(_losses(_scores(a, b, 0.07)))


@mistake("Your default temperature is {default}. It should be 0.07.",
         constants={"default": (0.1, 1.0, 0.5, 0.7, 0.05, 0.2, 0.01)})
def another_default(a, b, temperature=None, *, default):
    return np.mean(_losses(_scores(a, b, default if temperature is None else temperature)))


@mistake("Your denominator holds only the negatives. Sum over all j, the partner included.")
def partner_left_out(a, b, temperature=0.07):
    scores = _scores(a, b, temperature)
    if len(a) == 1:
        return 0.0
    others = scores + np.where(np.eye(len(a)), -np.inf, 0.0)
    return np.mean(np.logaddexp.reduce(others, axis=1) - np.diag(scores))


@mistake("You return the mean log-probability, which is never positive. The loss is its negative.")
def negated(a, b, temperature=0.07):
    return -np.mean(_losses(_scores(a, b, temperature)))


@mistake("You leave out the logarithm. The loss is -log of the partner's probability.")
def without_the_logarithm(a, b, temperature=0.07):
    return -np.mean(np.exp(-_losses(_scores(a, b, temperature))))


@mistake("You average the partners' probabilities and then take the logarithm. Average the logarithms.")
def logarithm_of_the_mean(a, b, temperature=0.07):
    return -np.log(np.maximum(np.mean(np.exp(-_losses(_scores(a, b, temperature)))), 1e-300))


@mistake("You take the logarithm of a softmax, which is −∞ at a low temperature where a partner's probability "
         "underflows to 0. Compute log(Σ exp) minus the partner's score instead.")
def logarithm_of_softmax(a, b, temperature=0.07):
    scores = _scores(a, b, temperature)
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    return -np.mean(np.log(np.diag(exps / exps.sum(axis=1, keepdims=True))))


@mistake("You add {eps} inside the logarithm or clip there, so a bad mismatch costs too little. Compute log(Σ exp) "
         "minus the partner's score, which needs no clipping.",
         constants={"eps": (1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-15), "add": (True, False)})
def clipped(a, b, temperature=0.07, *, eps, add):
    probs = np.exp(-_losses(_scores(a, b, temperature)))
    return -np.mean(np.log(probs + eps if add else np.maximum(probs, eps)))


@mistake("exp overflows at a low temperature. Subtract each row's largest score before you exponentiate.",
         constants={"form": ("log of the sum", "log of the softmax")})
def not_shifted(a, b, temperature=0.07, *, form):
    exps = np.exp(_scores(a, b, temperature))
    if form == "log of the softmax":
        return -np.mean(np.log(np.diag(exps) / exps.sum(axis=1)))
    return np.mean(np.log(exps.sum(axis=1)) - np.diag(_scores(a, b, temperature)))


@mistake("You subtract one maximum for the whole matrix, so a row far below it underflows, and log 0 is −∞. Subtract "
         "each row's own maximum.")
def global_maximum(a, b, temperature=0.07):
    scores = _scores(a, b, temperature)
    scores = scores - scores.max()
    return np.mean(np.log(np.exp(scores).sum(axis=1)) - np.diag(scores))


@mistake("You normalize the rows in place, in arrays that belong to the caller. Compute new ones.", kind="changed",
         when=says("argument"))
def normalized_in_place(a, b, temperature=0.07):
    a /= np.linalg.norm(a, axis=1, keepdims=True)
    b /= np.linalg.norm(b, axis=1, keepdims=True)
    return np.mean(_losses(a @ b.T / temperature))


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
    a = a / (np.linalg.norm(a, axis=-1, keepdims=True) + 1e-8)
    b = b / np.maximum(np.linalg.norm(b, axis=-1, keepdims=True), 1e-8)
    scores = a.dot(b.T) / temperature
    top = scores.max(1)
    return (top + np.log(np.exp(scores - top[:, None]).sum(1)) - scores[range(len(a)), range(len(a))]).mean()
