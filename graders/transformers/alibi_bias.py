"""The ALiBi bias: the slopes for every number of heads, the direction of time, and −∞ instead of NaN."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses


def cases(rng):
    yield Case("two heads, three tokens", 2, 3)
    yield Case("eight heads, two tokens", 8, 2)
    yield Case("eight heads, five tokens", 8, 5)
    yield Case("four heads, four tokens", 4, 4)
    yield Case("sixteen heads", 16, 3)
    yield Case("by name", n_heads=4, T=6)
    yield Case("many tokens", 2, int(rng.integers(20, 40)))
    for n_heads, T in ((1, 3), (3, 2), (6, 4), (12, 3), (5, 5)):
        yield Case(f"{n_heads} heads, {T} tokens", n_heads, T).edge("head counts")
    yield Case("any number of heads", int(rng.integers(17, 40)), 2).edge("head counts")
    yield Case("one token, four heads", 4, 1).edge("one token")
    yield Case("one token, one head", 1, 1).edge("one token")
    yield Case("two hundred tokens", 3, 200).once().edge("long sequences")


def _slopes(n_heads):
    return 2.0 ** (-8 * np.arange(1, n_heads + 1) / n_heads)


def _back(T):
    steps = np.arange(T)
    return steps[:, None] - steps


def _bias(slopes, distances):
    return slopes[:, None, None] * np.where(_back(distances.shape[-1]) < 0, -np.inf, -distances)


def _interleaved(n_heads):
    """The slopes of the published code: those of the next lower power of two, then every other one of the next."""
    power = 2 ** int(np.log2(n_heads))
    slopes = _slopes(power)
    return np.concatenate([slopes, _slopes(2 * power)[0::2][: n_heads - power]])


@mistake("Your first head has the slope 1. Count h from 0 and use h + 1: slope_h = 2^(−8 (h + 1) / n_heads).")
def slopes_from_one(n_heads, T):
    return _bias(2.0 ** (-8 * np.arange(n_heads) / n_heads), _back(T))


@mistake("Your slopes are 1/2, 1/4, 1/8 and so on for any number of heads. The exponent is −8 (h + 1) / n_heads, which "
         "is that for 8 heads only.")
def slopes_of_eight_heads(n_heads, T):
    return _bias(2.0 ** -np.arange(1, n_heads + 1), _back(T))


@mistake("You use special slopes where n_heads is not a power of two. Here one formula holds for every n_heads: "
         "2^(−8 (h + 1) / n_heads).")
def interleaved_slopes(n_heads, T):
    return _bias(_interleaved(n_heads), _back(T))


@mistake("Your slopes rise from the first head to the last. The first head has the steepest one, 2^(−8 / n_heads).")
def slopes_reversed(n_heads, T):
    return _bias(_slopes(n_heads)[::-1], _back(T))


@mistake("Every head has the slope 2^(−8 / n_heads). It is that of the first head; head h has its power h + 1.")
def one_slope(n_heads, T):
    return _bias(np.full(n_heads, 2.0 ** (-8 / n_heads)), _back(T))


@mistake("You {verb} the first slope by h + 1. Raise it to that power: the slopes fall by the same factor from head to "
         "head.", constants={"verb": ("multiply", "divide")})
def slopes_without_a_power(n_heads, T, *, verb):
    count = np.arange(1, n_heads + 1)
    return _bias(2.0 ** (-8 / n_heads) * (count if verb == "multiply" else 1 / count), _back(T))


@mistake("You leave out the slopes, so all heads are equal. Multiply head h by 2^(−8 (h + 1) / n_heads).")
def without_slopes(n_heads, T):
    return _bias(np.ones(n_heads), _back(T))


@mistake("You use e instead of 2 as the base of the slopes.")
def base_e(n_heads, T):
    return _bias(np.exp(-8 * np.arange(1, n_heads + 1) / n_heads), _back(T))


@mistake("Your exponent is positive, so the slopes are far above 1. It is −8 (h + 1) / n_heads.")
def growing_slopes(n_heads, T):
    return _bias(1 / _slopes(n_heads), _back(T))


@mistake("You reward distance. The bias of an earlier key is negative: −slope · (i − j).")
def wrong_sign(n_heads, T):
    return _bias(_slopes(n_heads), -_back(T))


@mistake("You leave the future open. Set the bias of every later key, j > i, to −∞.",
         constants={"future": ("symmetric", "positive", "zero")})
def future_open(n_heads, T, *, future):
    back = _back(T)
    later = {"symmetric": back, "positive": -back, "zero": 0 * back}[future]
    return _slopes(n_heads)[:, None, None] * np.where(back < 0, later, -back)


@mistake("You block the past. Row i is the query and column j the key: keys with j > i are blocked.")
def past_blocked(n_heads, T):
    return _bias(_slopes(n_heads), _back(T)).swapaxes(1, 2)


@mistake("You block the token itself. It sees itself, with a bias of 0.")
def itself_blocked(n_heads, T):
    return _slopes(n_heads)[:, None, None] * np.where(_back(T) <= 0, -np.inf, -_back(T))


@mistake("Your distances are one too large. A token's distance to itself is 0.")
def distance_off_by_one(n_heads, T):
    return _bias(_slopes(n_heads), _back(T) + 1)


@mistake("You use the key's position alone, slope · j. It gives the same softmax, but the task asks for −slope · "
         "(i − j).")
def position_of_the_key(n_heads, T):
    return _bias(_slopes(n_heads), -np.broadcast_to(np.arange(T), (T, T)))


@mistake("You multiply a mask of zeros and ones by −∞, and 0 times −∞ is NaN. Choose instead: np.where(mask, −∞, "
         "bias).")
def zero_times_infinity(n_heads, T):
    return -_slopes(n_heads)[:, None, None] * _back(T) + (_back(T) < 0) * -np.inf


@mistake("You block the future with a large negative number. Use −∞: -np.inf.",
         constants={"fill": (-1e9, -1e10, -1e4, -1e30)})
def a_large_number(n_heads, T, *, fill):
    return np.where(_back(T) < 0, fill, -_slopes(n_heads)[:, None, None] * _back(T))


@mistake("You block the future with a large negative number. Use −∞: -np.inf.", when=uses("finfo"))
def the_lowest_number(n_heads, T):
    return np.where(_back(T) < 0, np.finfo(np.float64).min, -_slopes(n_heads)[:, None, None] * _back(T))


@mistake("Your heads are on the last axis. Put them first: (n_heads, T, T).")
def heads_last(n_heads, T):
    return np.moveaxis(_bias(_slopes(n_heads), _back(T)), 0, -1)


@alternative
def by_plain_loops(n_heads, T):
    out = []
    for h in range(n_heads):
        slope = 2 ** (-8 * (h + 1) / n_heads)
        out.append([[-slope * (i - j) if j <= i else float("-inf") for j in range(T)] for i in range(T)])
    return out


@alternative
def by_filling_the_triangle(n_heads, T):
    first = 2.0 ** (-8.0 / n_heads)
    slopes = np.cumprod(np.full(n_heads, first))
    bias = np.full((n_heads, T, T), -np.inf)
    rows, columns = np.tril_indices(T)
    bias[:, rows, columns] = np.outer(slopes, columns - rows)
    return bias


@alternative
def by_einsum_and_a_mask(n_heads, T):
    distances = np.subtract.outer(np.arange(T), np.arange(T)).astype(float)
    bias = np.einsum("h,ij->hij", -np.exp2(-8 / n_heads * np.arange(1, n_heads + 1)), distances)
    bias[:, np.triu(np.ones((T, T), dtype=bool), k=1)] = -np.inf
    return bias
