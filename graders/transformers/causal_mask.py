"""The causal mask: strictly above the diagonal, and boolean."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    for T in (1, 2, 3, 5, 8, int(rng.integers(9, 30))):
        yield Case(f"{T} token{'s' if T > 1 else ''}", T)
    yield Case("440 tokens", 440).once()


@mistake("You block the diagonal too, so the first token sees nothing at all. A token sees itself: start "
         "one diagonal higher (k=1).")
def blocks_itself(T):
    return np.triu(np.ones((T, T), dtype=bool))


@mistake("You block the past. A token may look at itself and at what came before; the future, above the "
         "diagonal, is blocked.")
def blocks_the_past(T):
    return np.tril(np.ones((T, T), dtype=bool), k=-1)


@mistake("You mark what is allowed. Here True means blocked: invert the mask.")
def marks_the_allowed(T):
    return np.tril(np.ones((T, T), dtype=bool))


@mistake("The values are right, but they are numbers. A boolean mask is asked for: give np.ones "
         "dtype=bool, or compare indices.")
def numbers_instead_of_booleans(T):
    return np.triu(np.ones((T, T)), k=1)


@mistake("You return what is added to the scores, 0 and minus infinity (or a large negative number). Only "
         "the boolean mask is asked for.")
def added_scores(T):
    return np.where(np.triu(np.ones((T, T), dtype=bool), k=1), -np.inf, 0.0)


@alternative
def by_comparison(T):
    steps = np.arange(T)
    return steps[None, :] > steps[:, None]


@alternative
def by_lists(T):
    return [[j > i for j in range(T)] for i in range(T)]


@alternative
def by_indices(T):
    mask = np.zeros((T, T), bool)
    mask[np.triu_indices(T, 1)] = True
    return mask
