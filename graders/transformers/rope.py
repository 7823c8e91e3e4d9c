"""RoPE: which columns form a pair, which way they turn, their frequencies, and positions of every kind."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("position 0 changes nothing", np.array([[1.0, 2.0]]), np.array([0]))
    yield Case("one pair, one step", np.array([[1.0, 0.0]]), np.array([1]))
    yield Case("the other column", np.array([[0.0, 1.0]]), np.array([2]))
    yield Case("two pairs", rng.normal(size=(1, 4)), np.array([3]))
    yield Case("positions in order", rng.normal(size=(3, 4)), np.arange(3))
    yield Case("positions from 5 on", rng.normal(size=(2, 6)), np.array([5, 6]))
    yield Case("positions in no order, one twice", rng.normal(size=(4, 2)), np.array([7, 2, 0, 2]))
    yield Case("fractional positions", rng.normal(size=(3, 4)), np.array([0.5, 2.25, 1.0]))
    yield Case("negative positions", rng.normal(size=(2, 4)), np.array([-3, -1]))
    yield Case("as many rows as columns", rng.normal(size=(4, 4)), rng.permutation(4))
    yield Case("a batch", rng.normal(size=(2, 3, 4)), rng.integers(0, 9, size=3))
    yield Case("as many sequences as tokens and columns", rng.normal(size=(2, 2, 2)), np.array([4, 1]))
    yield Case("a batch with heads", rng.normal(size=(2, 3, 2, 6)), np.array([1.5, 4.0]))
    yield Case("as many pairs as tokens", rng.normal(size=(2, 2, 3, 6)), rng.integers(0, 50, size=3))
    yield Case("another base", rng.normal(size=(2, 4)), np.array([1, 8]), base=100.0)
    yield Case("a whole base, by position", rng.normal(size=(3, 6)), np.array([2, 0, 5]), 500)
    yield Case("a base below 1", rng.normal(size=(2, 4)), np.array([1, 2]), 0.25)
    yield Case("a wide row far along", rng.normal(size=(1, 16)), np.array([200]))
    yield Case("three hundred rows", rng.normal(size=(300, 4)), rng.permutation(300)).plain()
    yield Case("three axes before the rows", rng.normal(size=(2, 1, 2, 3, 4)), np.array([0, 5, 2]))


def _angles(x, positions, base):
    d = x.shape[-1]
    return np.asarray(positions, float)[:, None] * float(base) ** -(np.arange(0, d, 2) / d)


def _turn(x, angles):
    out = np.empty(x.shape)
    even, odd = x[..., 0::2], x[..., 1::2]
    out[..., 0::2] = even * np.cos(angles) - odd * np.sin(angles)
    out[..., 1::2] = even * np.sin(angles) + odd * np.cos(angles)
    return out


@mistake("You pair column i with column i + d/2, as some models do. Here neighbours form a pair: 2i and 2i + 1.")
def halves_paired(x, positions, base=10000.0):
    half, angles = x.shape[-1] // 2, _angles(x, positions, base)
    a, b = x[..., :half], x[..., half:]
    cos, sin = np.cos(angles), np.sin(angles)
    return np.concatenate((a * cos - b * sin, a * sin + b * cos), axis=-1)


@mistake("The pairs are turned rightly, but you put all first columns before all second ones. They go back to where "
         "they came from: 2i and 2i + 1.")
def not_interleaved(x, positions, base=10000.0):
    turned = _turn(x, _angles(x, positions, base))
    return np.concatenate((turned[..., 0::2], turned[..., 1::2]), axis=-1)


@mistake("You turn the other way. A positive angle takes (1, 0) towards (0, 1): the minus sign belongs to the first "
         "column's sine.")
def turned_backwards(x, positions, base=10000.0):
    return _turn(x, -_angles(x, positions, base))


@mistake("You use row numbers 0, 1, 2, … instead of the positions that are given.")
def row_numbers(x, positions, base=10000.0):
    return _turn(x, _angles(x, np.arange(x.shape[-2]), base))


@mistake("Your frequencies fall with i / d. The exponent is −2i / d for pair i, so it runs from 0 almost to −1.")
def half_the_exponent(x, positions, base=10000.0):
    return _turn(x, _angles(x, positions, base**0.5))


@mistake("You give each column its own frequency. The two columns of a pair turn together, by base^(−2i / d).")
def a_frequency_for_each_column(x, positions, base=10000.0):
    d = x.shape[-1]
    angles = np.asarray(positions, float)[:, None] * float(base) ** -(np.arange(d) / d)
    swapped = np.stack((-x[..., 1::2], x[..., 0::2]), axis=-1).reshape(x.shape)
    return x * np.cos(angles) + swapped * np.sin(angles)


@mistake("Your frequencies grow with i: the exponent is −2i / d, so the first pair turns fastest.")
def frequencies_that_grow(x, positions, base=10000.0):
    return _turn(x, _angles(x, positions, 1 / base))


@mistake("You ignore base.")
def base_ignored(x, positions, base=10000.0):
    return _turn(x, _angles(x, positions, 10000.0))


@mistake("You overwrite the first column before the second is computed from it. Keep the old pair until both new "
         "columns are there.")
def spoilt_on_the_way(x, positions, base=10000.0):
    out, angles = np.array(x, dtype=float), _angles(x, positions, base)
    out[..., 0::2] = out[..., 0::2] * np.cos(angles) - out[..., 1::2] * np.sin(angles)
    out[..., 1::2] = out[..., 0::2] * np.sin(angles) + out[..., 1::2] * np.cos(angles)
    return out


@mistake("You write the result into x. It belongs to the caller: fill a new array.")
def written_into_x(x, positions, base=10000.0):
    x[...] = _turn(x, _angles(x, positions, base))
    return x


@mistake("You add a positional encoding. RoPE does not add anything: it turns each pair of columns.")
def added_encoding(x, positions, base=10000.0):
    angles = _angles(x, positions, base)
    return x + np.stack((np.sin(angles), np.cos(angles)), axis=-1).reshape(angles.shape[0], -1)


@mistake("You take the positions along the wrong axis. Row t of the last two axes has position t, whatever axes "
         "stand before.")
def positions_along_the_first_axis(x, positions, base=10000.0):
    angles = _angles(x, positions, base)
    return _turn(x, angles.reshape(len(positions), *[1] * (x.ndim - 2), -1))


@mistake("You turn the positions into whole numbers. They may be fractions as well.")
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
