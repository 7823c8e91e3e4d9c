"""The sliding-window mask: both edges of the band, window 1, windows beyond T, and booleans."""

import numpy as np

from mlprep.grading.api import Case, alternative, loops, mistake, uses


def cases(rng):
    for T, window in ((4, 2), (5, 3), (4, 3), (5, 2), (6, 5), (9, 4)):
        yield Case(f"{T} tokens, window {window}", T, window)
    T = int(rng.integers(10, 24))
    yield Case("many tokens", T, window=int(rng.integers(2, T)))
    for T in (3, 2):
        yield Case(f"{T} tokens, window 1", T, 1).edge("window of 1")
    for T, window in ((3, 3), (3, 4), (2, 7)):
        yield Case(f"{T} tokens, window {window}", T, window).edge("wide windows")
    yield Case("one token, window 1", 1, 1).edge("one token")
    yield Case("one token, window 3", 1, 3).edge("one token")
    yield Case("300 tokens, window 270", 300, 270).once().edge("long sequences")


def _back(T):
    steps = np.arange(T)
    return steps[:, None] - steps


@mistake("Your window is one token too wide. A token sees itself and the window − 1 tokens before it, window in all.")
def one_too_wide(T, window):
    return (_back(T) < 0) | (_back(T) > window)


@mistake("Your window is one token too narrow. A token sees itself and the window − 1 tokens before it, window in "
         "all.")
def one_too_narrow(T, window):
    return (_back(T) < 0) | (_back(T) >= max(window - 1, 0))


@mistake("Your window reaches into the future as well. Block every later token, and those that are window or more "
         "steps back.")
def future_seen(T, window):
    return np.abs(_back(T)) >= window


@mistake("Your window reaches both ways, and a token sees window others on each side. Block every later token, and "
         "those that are window or more steps back.")
def both_ways_and_one_too_wide(T, window):
    return np.abs(_back(T)) > window


@mistake("You center the window on the token. Let it end at the token: block every later token, and those that are "
         "window or more steps back.")
def centered(T, window):
    return np.abs(_back(T)) > window // 2


@mistake("You block only the future. Also block the tokens that are window or more steps back.")
def causal_alone(T, window):
    return _back(T) < 0


@mistake("You block only the distant past. Also block the future.")
def past_alone(T, window):
    return _back(T) >= window


@mistake("You block only what is both in the future and far back, and nothing is. Combine the two with |, not with &.")
def both_at_once(T, window):
    return (_back(T) < 0) & (_back(T) >= window)


@mistake("You mark what is allowed. Here True means blocked: invert the mask.")
def marks_the_allowed(T, window):
    return (_back(T) >= 0) & (_back(T) < window)


@mistake("You mark what is allowed, and the window is one token too wide. Here True means blocked, and a token sees "
         "window tokens, itself included.")
def marks_the_allowed_and_one_too_wide(T, window):
    return (_back(T) >= 0) & (_back(T) <= window)


@mistake("Your window reaches forward. Row i is the token that looks, and it sees columns to its left.")
def looks_forward(T, window):
    return ((_back(T) < 0) | (_back(T) >= window)).T


@mistake("You block the token itself. It sees itself and the window − 1 tokens before it.")
def itself_blocked(T, window):
    return (_back(T) <= 0) | (_back(T) >= window)


@mistake("You cut the sequence into blocks. The window slides: each token has its own, which ends at that token.")
def blocks(T, window):
    steps = np.arange(T)
    return (_back(T) < 0) | (steps[:, None] // window != steps // window)


@mistake("You block the first window − 1 rows everywhere, because a slice counts the negative start i − window + 1 "
         "from the end. Start at max(0, i − window + 1).", when=loops())
def start_counted_from_the_end(T, window):
    mask = np.ones((T, T), dtype=bool)
    for i in range(T):
        mask[i, i - window + 1:i + 1] = False
    return mask


@mistake("You block the first window − 1 rows everywhere, because i + 1 − window is negative there and wraps to a huge "
         "unsigned integer. Use signed integers.", when=uses("np.uint8", "np.uint16", "np.uint32", "np.uint64"))
def unsigned_start_wraps(T, window):
    steps = np.arange(T, dtype=np.uint32)
    start = steps[:, None] + np.uint32(1) - np.uint32(window)
    return (steps > steps[:, None]) | (steps < start)


@mistake("The values are right, but they are numbers. Return booleans: pass dtype=bool, or compare.")
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
