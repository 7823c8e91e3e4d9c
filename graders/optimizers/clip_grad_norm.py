"""Clipping: one global norm, one factor, nothing within the limit touched, nothing divided by zero.

The norms are well above 1, so that a tiny constant beside the norm in a division stays within the tolerance.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, says, uses


def cases(rng):
    def arrays(norm, *shapes):
        """Random arrays whose global norm is this one."""
        made = [rng.normal(size=shape) for shape in shapes]
        size = np.sqrt(sum((each**2).sum() for each in made))
        return [each * norm / size for each in made]

    yield Case("one array, too long", [np.array([3.0, 4.0])], 2.5)
    yield Case("one entry", [np.array([-8.0])], max_norm=2.0)
    yield Case("two arrays", [np.array([3.0, 0.0]), np.array([[4.0]])], 2.5)
    yield Case("together too long, each short enough", [np.array([6.0]), np.array([8.0])], 9.0)
    yield Case("one too long, one short", [np.array([1.0, 2.0]), np.array([20.0, -4.0])], 7.0)
    yield Case("one of them zero", [np.zeros(3), np.array([0.0, 12.0, -5.0])], 6.5)
    yield Case("unequal shapes", arrays(30.0, (2, 3), (3,), (1, 4), (2, 2, 2)), float(rng.uniform(3.0, 9.0)))
    yield Case("a layer of 300 units", arrays(8.0, (300, 2), (300,)), 3.0)
    yield Case("a huge gradient", arrays(1e6, (3, 2), (2,)), 5.0)
    within = "within the limit"
    yield Case("one array, short enough", [np.array([3.0, 4.0])], 10.0).edge(within)
    yield Case("exactly at the limit", [np.array([6.0]), np.array([8.0])], 10.0).edge(within)
    yield Case("a large limit", arrays(5.0, (4,), (2, 3)), 100.0).edge(within)
    yield Case("tiny gradients, short enough", [np.array([3e-6]), np.array([-4e-6, 0.0])], 1.0).edge(within)
    yield Case("all zero", [np.zeros(2), np.zeros((2, 2))], 1.0).edge("all zero")
    yield Case("a limit below 1", arrays(5.0, (3,), (2, 2)), 0.5).edge("below 1")
    # within what a divisor of norm + 1e-6, as in the libraries, makes of it
    small = Case("a norm below 1, and a limit below that", arrays(0.5, (3,), (2,)), 0.1)
    yield small.judged(close(rtol=1e-5)).edge("below 1")
    yield Case("a matrix and shape ()", [np.array([[3.0, 2.0]]), np.array(6.0)], 3.5).edge("a single number")
    yield Case("shape () alone", [np.array(-4.0)], 1.0).edge("a single number")


def _norm(grads):
    return np.sqrt(sum((grad**2).sum() for grad in grads))


@mistake("You clip each array by its own norm. Take one norm over all arrays, and scale all of them by one factor.")
def array_by_array(grads, max_norm):
    def one(grad):
        norm = np.linalg.norm(grad)
        return grad * (max_norm / norm) if norm > max_norm else grad

    return [one(grad) for grad in grads], _norm(grads)


@mistake("You add up the norms of the arrays. The global norm is the root of the sum of all squares.")
def sum_of_norms(grads, max_norm):
    norm = sum(np.linalg.norm(grad) for grad in grads)
    return [grad * min(1.0, max_norm / max(norm, 1e-12)) for grad in grads], norm


@mistake("You return the sum of squares. The norm is its square root.")
def without_the_root(grads, max_norm):
    norm = _norm(grads) ** 2
    return [grad * min(1.0, max_norm / max(norm, 1e-12)) for grad in grads], norm


@mistake("You always scale to max_norm, which lengthens gradients that are within it. Leave those as they are.")
def always_scaled(grads, max_norm):
    norm = _norm(grads)
    return [grad * max_norm / max(norm, 1e-12) for grad in grads], norm


@mistake("You clip every entry at max_norm, which changes the direction of the gradient. Scale all entries by one "
         "factor.")
def entry_by_entry(grads, max_norm):
    return [np.clip(grad, -max_norm, max_norm) for grad in grads], _norm(grads)


@mistake("You return the norm after clipping. Return the one before.")
def norm_after(grads, max_norm):
    norm = _norm(grads)
    return [grad * min(1.0, max_norm / max(norm, 1e-12)) for grad in grads], min(norm, max_norm)


@mistake("You return the clipped gradients alone. Return (clipped, norm), with the norm before clipping.")
def without_the_norm(grads, max_norm):
    norm = _norm(grads)
    return [grad * min(1.0, max_norm / max(norm, 1e-12)) for grad in grads]


@mistake("You scale clipped gradients to a norm of 1. Scale them to max_norm.")
def to_unit_norm(grads, max_norm):
    norm = _norm(grads)
    return [grad / norm if norm > max_norm else grad for grad in grads], norm


@mistake("You change the caller's arrays, or the list itself. Return new arrays in a new list.",
         kind="changed", when=says("the first argument"))
def in_place(grads, max_norm):
    norm = _norm(grads)
    for grad in grads:
        grad *= min(1.0, max_norm / max(norm, 1e-12))
    return grads, norm


@mistake("Gradients that are all 0 have norm 0, and you divide by it. Decide first whether there is anything to "
         "clip.")
def divides_by_zero(grads, max_norm):
    norm = float(_norm(grads))
    return [grad * min(1.0, max_norm / norm) for grad in grads], norm


@mistake("For gradients that are all 0 you multiply 0 by max_norm / 0, which gives NaN. Decide first whether there "
         "is anything to clip.")
def zero_times_infinity(grads, max_norm):
    norm = _norm(grads)
    return [grad * (max_norm / norm) if not norm <= max_norm or norm == 0 else grad for grad in grads], norm


@mistake("You divide by at least 1, so a norm below 1 is not scaled to max_norm. Divide by the norm itself.")
def divided_by_at_least_one(grads, max_norm):
    norm = _norm(grads)
    return [grad if norm <= max_norm else grad * max_norm / max(norm, 1.0) for grad in grads], norm


@mistake("For a matrix you take the largest singular value as its norm. Take the root of the sum of all squared "
         "entries.")
def spectral_norm(grads, max_norm):
    norm = np.sqrt(sum(np.linalg.norm(grad, 2 if grad.ndim == 2 else None) ** 2 for grad in grads))
    return [grad if norm <= max_norm else grad * max_norm / norm for grad in grads], norm


@mistake("np.linalg.norm with \"fro\" takes matrices only. Sum the squares of all entries instead.",
         when=uses("linalg"))
def frobenius_norm(grads, max_norm):
    norms = [np.linalg.norm(grad) if grad.ndim < 2 else np.linalg.norm(grad, "fro") for grad in grads]
    norm = np.sqrt(sum(each**2 for each in norms))
    return [grad if norm <= max_norm else grad * max_norm / norm for grad in grads], norm


@mistake("You go through the arrays row by row, and a single number has no rows. Sum over the whole array.")
def row_by_row(grads, max_norm):
    norm = np.sqrt(sum(sum(np.sum(row**2) for row in grad) for grad in grads))
    return [grad if norm <= max_norm else grad * max_norm / norm for grad in grads], norm


@alternative
def as_one_vector(grads, max_norm):
    norm = np.linalg.norm(np.concatenate([np.ravel(grad) for grad in grads]))
    if norm <= max_norm:
        return tuple(grads), norm
    return tuple(max_norm * (grad / norm) for grad in grads), norm


@alternative
def with_a_small_constant(grads, max_norm):
    import math

    norm = math.sqrt(math.fsum(float(value) ** 2 for grad in grads for value in grad.flat))
    factor = min(max_norm / (norm + 1e-6), 1.0)
    return [factor * grad for grad in grads], norm


@alternative
def by_norms_of_norms(grads, max_norm):
    norm = np.linalg.norm([np.linalg.norm(grad.ravel()) for grad in grads])
    return [grad / np.maximum(norm / max_norm, 1) for grad in grads], norm
