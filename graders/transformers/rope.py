"""RoPE: which columns form a pair, which way they turn, their frequencies, and positions of every kind."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one pair, one step", np.array([[1.0, 0.0]]), np.array([1]))
    yield Case("the other column", np.array([[0.0, 1.0]]), np.array([2]))
    yield Case("position 0 changes nothing", np.array([[1.0, 2.0]]), np.array([0]))
    yield Case("two pairs", rng.normal(size=(1, 4)), np.array([3]))
    yield Case("positions in order", rng.normal(size=(3, 4)), np.arange(3))
    yield Case("three pairs", rng.normal(size=(4, 6)), np.arange(4))
    yield Case("as many rows as columns", rng.normal(size=(4, 4)), np.arange(4))
    yield Case("eight pairs", rng.normal(size=(3, 16)), np.arange(3))
    yield Case("three hundred rows", rng.normal(size=(300, 4)), np.arange(300)).once()

    yield Case("a batch", rng.normal(size=(2, 3, 4)), np.arange(3)).edge("leading axes")
    yield Case("as many sequences as tokens and columns", rng.normal(size=(2, 2, 2)), np.arange(2)).edge("leading axes")
    yield Case("a batch with heads", rng.normal(size=(2, 3, 4, 6)), np.arange(4)).edge("leading axes")
    yield Case("as many pairs as tokens", rng.normal(size=(2, 2, 3, 6)), np.arange(3)).edge("leading axes")
    yield Case("as many heads as tokens", rng.normal(size=(2, 3, 3, 4)), np.arange(3)).edge("leading axes")
    yield Case("three axes before the rows", rng.normal(size=(2, 1, 2, 3, 4)), np.arange(3)).edge("leading axes")

    yield Case("positions from 5 on", rng.normal(size=(2, 6)), np.array([5, 6])).edge("any positions")
    yield Case("in no order, one twice", rng.normal(size=(4, 2)), np.array([7, 2, 0, 2])).edge("any positions")
    yield Case("shuffled", rng.normal(size=(2, 5, 4)), rng.permutation(5)).edge("any positions")
    yield Case("far along", rng.normal(size=(2, 16)), np.array([5000, 200])).edge("any positions")
    yield Case("a step back", rng.normal(size=(1, 2)), np.array([-1])).edge("negative positions")
    yield Case("in steps up to 0", rng.normal(size=(4, 4)), np.arange(-3, 1)).edge("negative positions")
    yield Case("halves and quarters", rng.normal(size=(3, 4)), np.array([0.5, 2.25, 1.0])).edge("fractional positions")
    yield Case("with heads", rng.normal(size=(2, 3, 2, 6)), np.array([1.5, 4.0])).edge("fractional positions")
    yield Case("base 100", rng.normal(size=(2, 4)), np.array([1, 8]), base=100.0).edge("other bases")
    yield Case("base 500, an int, by position", rng.normal(size=(3, 6)), np.array([2, 0, 5]), 500).edge("other bases")
    yield Case("base 0.25", rng.normal(size=(2, 4)), np.array([1, 2]), 0.25).edge("other bases")


def _angles(x, positions, base):
    d = x.shape[-1]
    return np.asarray(positions, float)[:, None] * float(base) ** -(np.arange(0, d, 2) / d)


def _turn(x, angles):
    out = np.empty(x.shape)
    even, odd = x[..., 0::2], x[..., 1::2]
    out[..., 0::2] = even * np.cos(angles) - odd * np.sin(angles)
    out[..., 1::2] = even * np.sin(angles) + odd * np.cos(angles)
    return out


def _crossed(x):
    """Each pair (u, v) as (-v, u)."""
    return np.stack((-x[..., 1::2], x[..., 0::2]), axis=-1).reshape(x.shape)


@mistake("You pair column i with column i + d/2, as some models do. Here neighbors form a pair: 2i and 2i + 1.")
def halves_paired(x, positions, base=10000.0):
    half, angles = x.shape[-1] // 2, _angles(x, positions, base)
    a, b = x[..., :half], x[..., half:]
    cos, sin = np.cos(angles), np.sin(angles)
    return np.concatenate((a * cos - b * sin, a * sin + b * cos), axis=-1)


@mistake("You repeat all angles one after the other, so a pair's two columns turn by different angles. Repeat each "
         "angle on the spot: np.repeat(angles, 2, axis=-1).")
def angles_tiled(x, positions, base=10000.0):
    angles = np.tile(_angles(x, positions, base), 2)
    return x * np.cos(angles) + _crossed(x) * np.sin(angles)


@mistake("You rotate the pairs right, but return all first columns before all second ones. Return them at their "
         "places, 2i and 2i + 1.")
def not_interleaved(x, positions, base=10000.0):
    turned = _turn(x, _angles(x, positions, base))
    return np.concatenate((turned[..., 0::2], turned[..., 1::2]), axis=-1)


@mistake("You rotate the other way. A positive angle takes (1, 0) towards (0, 1), so the first column has the minus "
         "sign: x_2i cos a − x_2i+1 sin a.")
def turned_backwards(x, positions, base=10000.0):
    return _turn(x, -_angles(x, positions, base))


@mistake("You use row numbers 0, 1, 2, … instead of the positions that are given.")
def row_numbers(x, positions, base=10000.0):
    return _turn(x, _angles(x, np.arange(x.shape[-2]), base))


@mistake("You count row numbers from 1 instead of taking the positions that are given.")
def row_numbers_from_one(x, positions, base=10000.0):
    return _turn(x, _angles(x, np.arange(1, x.shape[-2] + 1), base))


@mistake("You sort the positions. Row t has positions[t] in any order.")
def positions_sorted(x, positions, base=10000.0):
    return _turn(x, _angles(x, np.sort(positions), base))


@mistake("You count the positions from the first or smallest one. They count from 0: use them as they are.")
def positions_from_their_minimum(x, positions, base=10000.0):
    return _turn(x, _angles(x, positions - np.min(positions), base))


@mistake("Your exponent is −i / d. It is −2i / d for pair i, so it runs from 0 almost to −1.")
def half_the_exponent(x, positions, base=10000.0):
    return _turn(x, _angles(x, positions, base**0.5))


@mistake("Your exponent is −4i / d. It is −2i / d for pair i: 2i is the number of the even column.")
def twice_the_exponent(x, positions, base=10000.0):
    return _turn(x, _angles(x, positions, float(base) ** 2))


@mistake("You give each column its own frequency. The two columns of a pair turn together, by base^(−2i / d).")
def a_frequency_for_each_column(x, positions, base=10000.0):
    d = x.shape[-1]
    angles = np.asarray(positions, float)[:, None] * float(base) ** -(np.arange(d) / d)
    return x * np.cos(angles) + _crossed(x) * np.sin(angles)


@mistake("You rotate every pair by the same angle. Pair i turns by p · base^(−2i / d).")
def one_frequency(x, positions, base=10000.0):
    return _turn(x, _angles(x, positions, 1.0))


@mistake("Your frequencies grow with i. The exponent is −2i / d, so the first pair turns fastest.")
def frequencies_that_grow(x, positions, base=10000.0):
    return _turn(x, _angles(x, positions, 1 / base))


@mistake("You ignore base.")
def base_ignored(x, positions, base=10000.0):
    return _turn(x, _angles(x, positions, 10000.0))


@mistake("You overwrite the first column before the second is computed from it. Keep the old pair until both new "
         "columns are there.")
def overwritten_on_the_way(x, positions, base=10000.0):
    out, angles = np.array(x, dtype=float), _angles(x, positions, base)
    out[..., 0::2] = out[..., 0::2] * np.cos(angles) - out[..., 1::2] * np.sin(angles)
    out[..., 1::2] = out[..., 0::2] * np.sin(angles) + out[..., 1::2] * np.cos(angles)
    return out


@mistake("You write the result into x, which belongs to the caller. Fill a new array.")
def written_into_x(x, positions, base=10000.0):
    x[...] = _turn(x, _angles(x, positions, base))
    return x


@mistake("You add a positional encoding. RoPE adds nothing: it rotates each pair of columns.")
def added_encoding(x, positions, base=10000.0):
    angles = _angles(x, positions, base)
    return x + np.stack((np.sin(angles), np.cos(angles)), axis=-1).reshape(angles.shape[0], -1)


@mistake("You match the positions with the first axis. Row t of the last two axes has position t, with any axes before "
         "it.")
def positions_along_the_first_axis(x, positions, base=10000.0):
    angles = _angles(x, positions, base)
    return _turn(x, angles.reshape(len(positions), *[1] * (x.ndim - 2), -1))


@mistake("You match the positions with axis 1 where x has four axes. Row t of the last two axes has position t, so "
         "with heads it is axis 2.")
def positions_along_axis_1(x, positions, base=10000.0):
    angles = _angles(x, positions, base)
    return _turn(x, angles[:, None] if x.ndim == 4 else angles)


@mistake("You turn the positions into whole numbers. They may be fractions as well: use them as they are.")
def whole_positions(x, positions, base=10000.0):
    return _turn(x, _angles(x, np.asarray(positions).astype(int), base))


@alternative
def by_complex_numbers(x, positions, base=10000.0):
    pairs = x[..., 0::2] + 1j * x[..., 1::2]
    d = x.shape[-1]
    turned = pairs * np.exp(1j * np.outer(positions, [float(base) ** (-2 * i / d) for i in range(d // 2)]))
    out = np.zeros(x.shape)
    out[..., 0::2], out[..., 1::2] = turned.real, turned.imag
    return out


@alternative
def by_matrices(x, positions, base=10000.0):
    d = x.shape[-1]
    out = np.array(x, dtype=float)
    for t, position in enumerate(positions.tolist()):
        for i in range(0, d, 2):
            angle = position / base ** (i / d)
            R = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
            out[..., t, i:i + 2] = x[..., t, i:i + 2] @ R.T
    return out


@alternative
def by_a_swapped_copy(x, positions, base=10000.0):
    angles = np.repeat(_angles(x, positions, base), 2, axis=1)
    swapped = np.stack((-x[..., 1::2], x[..., 0::2]), axis=-1).reshape(x.shape)
    return x * np.cos(angles) + swapped * np.sin(angles)
