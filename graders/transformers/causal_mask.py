"""The causal mask: strictly above the diagonal, and boolean."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses


def cases(rng):
    for T in (2, 3, 5, 8, int(rng.integers(9, 30))):
        yield Case(f"{T} tokens", T)
    yield Case("one token", 1).edge("one token")
    yield Case("440 tokens", 440).once().edge("long sequences")


@mistake("You block the diagonal too, so the first token sees nothing. A token sees itself, so start one diagonal "
         "higher.")
def blocks_itself(T):
    return np.triu(np.ones((T, T), dtype=bool))


@mistake("You block the past, but a token may look at itself and at earlier tokens. Block the future, which is above "
         "the diagonal.")
def blocks_the_past(T):
    return np.tril(np.ones((T, T), dtype=bool), k=-1)


@mistake("You mark what is allowed. True means blocked, so invert the mask.")
def marks_the_allowed(T):
    return np.tril(np.ones((T, T), dtype=bool))


@mistake("The values are right, but they are numbers. Return booleans: pass dtype=bool, or compare.")
def numbers_instead_of_booleans(T):
    return np.triu(np.ones((T, T)), k=1)


@mistake("You return numbers that mark what is allowed. Return booleans that are True where attention is blocked.")
def numbers_that_mark_the_allowed(T):
    return np.tril(np.ones((T, T)))


@mistake("You return what is added to the scores, 0 and {low}. Return the boolean mask itself.",
         constants={"low": (-np.inf, -1e9)})
def added_scores(T, *, low):
    return np.where(np.triu(np.ones((T, T), dtype=bool), k=1), low, 0.0)


@mistake("Your positions are int8, which wraps from 127 to -128, so long sequences get a wrong mask. Use NumPy's "
         "default integers.", when=uses("np.int8"))
def narrow_positions(T):
    steps = np.arange(T).astype(np.int8)
    return steps[None, :] > steps[:, None]


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
