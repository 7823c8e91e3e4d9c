"""Clipping: one global norm, one factor, nothing within the limit touched, nothing divided by zero.

The norms are well above 1, so that a tiny constant beside the norm in a division stays within the tolerance.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake


def cases(rng):
    def arrays(norm, *shapes):
        """Random arrays whose global norm is this one."""
        made = [rng.normal(size=shape) for shape in shapes]
        size = np.sqrt(sum((each**2).sum() for each in made))
        return [each * norm / size for each in made]

    yield Case("one array, too long", [np.array([3.0, 4.0])], 2.5)
    yield Case("one array, short enough", [np.array([3.0, 4.0])], 10.0)
    yield Case("one entry", [np.array([-8.0])], max_norm=2.0)
    yield Case("two arrays", [np.array([3.0, 0.0]), np.array([[4.0]])], 2.5)
    yield Case("together too long, each short enough", [np.array([6.0]), np.array([8.0])], 9.0)
    yield Case("one too long, one short", [np.array([1.0, 2.0]), np.array([20.0, -4.0])], 7.0)
    yield Case("exactly at the limit", [np.array([6.0]), np.array([8.0])], 10.0)
    yield Case("all zero", [np.zeros(2), np.zeros((2, 2))], 1.0)
    yield Case("one of them zero", [np.zeros(3), np.array([0.0, 12.0, -5.0])], 6.5)
    yield Case("a limit below 1", arrays(5.0, (3,), (2, 2)), 0.5)
    # within what a divisor of norm + 1e-6, as in the libraries, makes of it
    yield Case("a norm below 1, and a limit below that", arrays(0.5, (3,), (2,)), 0.1).judged(close(rtol=1e-5))
    yield Case("a large limit", arrays(5.0, (4,), (2, 3)), 100.0)
    yield Case("unequal shapes", arrays(30.0, (2, 3), (3,), (1, 4), (2, 2, 2)), float(rng.uniform(3.0, 9.0)))
    yield Case("a layer of 300 units", arrays(8.0, (300, 2), (300,)), 3.0)
    yield Case("a huge gradient", arrays(1e6, (3, 2), (2,)), 5.0)
    yield Case("tiny gradients, short enough", [np.array([3e-6]), np.array([-4e-6, 0.0])], 1.0)


def _norm(grads):
    return np.sqrt(sum((grad**2).sum() for grad in grads))


@mistake("You clip each array by its own norm. The norm is taken over all arrays together, and one factor "
         "scales all.")
def array_by_array(grads, max_norm):
    def one(grad):
        norm = np.linalg.norm(grad)
        return grad * (max_norm / norm) if norm > max_norm else grad

    return [one(grad) for grad in grads], _norm(grads)


@mistake("You added up the norms of the arrays. The global norm is the root of the sum of all squares.")
def sum_of_norms(grads, max_norm):
    norm = sum(np.linalg.norm(grad) for grad in grads)
    return [grad * min(1.0, max_norm / max(norm, 1e-12)) for grad in grads], norm


@mistake("The root is missing: the norm is the square root of the sum of squares.")
def without_the_root(grads, max_norm):
    norm = _norm(grads) ** 2
    return [grad * min(1.0, max_norm / max(norm, 1e-12)) for grad in grads], norm


@mistake("You scale to max_norm always, and so lengthen gradients that are within it. They stay as they are.")
def always_scaled(grads, max_norm):
    norm = _norm(grads)
    return [grad * max_norm / max(norm, 1e-12) for grad in grads], norm


@mistake("You cut every entry to [-max_norm, max_norm], which turns the gradient. Scale all entries by one "
         "factor.")
def entry_by_entry(grads, max_norm):
    return [np.clip(grad, -max_norm, max_norm) for grad in grads], _norm(grads)


@mistake("Gradients that are all 0 have the norm 0, and you divide by it. Decide first whether there is "
         "anything to clip.")
def divides_by_zero(grads, max_norm):
    norm = _norm(grads)
    return [grad * np.minimum(1.0, max_norm / norm) for grad in grads], norm


@mistake("You return the norm after clipping; the one before is asked for.")
def norm_after(grads, max_norm):
    norm = _norm(grads)
    return [grad * min(1.0, max_norm / max(norm, 1e-12)) for grad in grads], min(norm, max_norm)


@mistake("You return the clipped gradients alone; the norm before clipping belongs to the result: (clipped, "
         "norm).")
def without_the_norm(grads, max_norm):
    norm = _norm(grads)
    return [grad * min(1.0, max_norm / max(norm, 1e-12)) for grad in grads]


@mistake("You divide by the norm and forget max_norm: the clipped gradients have the norm max_norm, not 1.")
def to_unit_norm(grads, max_norm):
    norm = _norm(grads)
    return [grad / norm if norm > max_norm else grad for grad in grads], norm


@mistake("You changed the caller's arrays, or the list itself. Return new arrays in a new list.",
         kind="changed")
def in_place(grads, max_norm):
    norm = _norm(grads)
    for grad in grads:
        grad *= min(1.0, max_norm / max(norm, 1e-12))
    return grads, norm


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
