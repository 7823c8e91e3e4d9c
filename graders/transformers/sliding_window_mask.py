"""The sliding-window mask: both edges of the band, window 1, windows beyond T, and booleans."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    for T, window in ((1, 1), (2, 1), (4, 2), (3, 1), (5, 3), (4, 3), (3, 3), (3, 4), (2, 7), (6, 5), (9, 4)):
        yield Case(f"{T} token{'s' if T > 1 else ''}, window {window}", T, window)
    T = int(rng.integers(10, 24))
    yield Case("many tokens", T, window=int(rng.integers(2, T)))
    yield Case("300 tokens, window 270", 300, 270).once()


def _back(T):
    steps = np.arange(T)
    return steps[:, None] - steps


@mistake("Your window is one too wide: a token sees itself and the window − 1 tokens before it, window in all.")
def one_too_wide(T, window):
    return (_back(T) < 0) | (_back(T) > window)


@mistake("Your window is one too narrow: a token sees itself and the window − 1 tokens before it, window in all.")
def one_too_narrow(T, window):
    return (_back(T) < 0) | (_back(T) >= max(window - 1, 0))


@mistake("You do not block the future. The window reaches backwards only.")
def future_seen(T, window):
    return np.abs(_back(T)) >= window


@mistake("You block only the future. Tokens that lie window or more steps back are blocked too.")
def causal_alone(T, window):
    return _back(T) < 0


@mistake("You block only the distant past. The future is blocked too.")
def past_alone(T, window):
    return _back(T) >= window


@mistake("You mark what is allowed. Here True means blocked: invert the mask.")
def marks_the_allowed(T, window):
    return (_back(T) >= 0) & (_back(T) < window)


@mistake("Your window reaches forward. Row i is the token that looks, and it sees columns to its left.")
def looks_forward(T, window):
    return ((_back(T) < 0) | (_back(T) >= window)).T


@mistake("You block the token itself. It sees itself and the window − 1 tokens before it.")
def itself_blocked(T, window):
    return (_back(T) <= 0) | (_back(T) >= window)


@mistake("You cut the sequence into blocks. The window slides: each token has its own, which ends at itself.")
def blocks(T, window):
    steps = np.arange(T)
    return (_back(T) < 0) | (steps[:, None] // window != steps // window)


@mistake("The values are right, but they are numbers. A boolean mask is asked for: give dtype=bool, or compare "
         "indices.")
def numbers_instead_of_booleans(T, window):
    return ((_back(T) < 0) | (_back(T) >= window)).astype(float)


@alternative
def by_triangles(T, window):
    ones = np.ones((T, T), dtype=bool)
    return np.triu(ones, k=1) | np.tril(ones, k=-window)


@alternative
def by_lists(T, window):
    return [[not i - window < j <= i for j in range(T)] for i in range(T)]


@alternative
def by_freeing_rows(T, window):
    mask = np.full((T, T), True)
    for i in range(T):
        mask[i, max(0, i - window + 1):i + 1] = False
    return mask
