"""Int8 quantization per channel: the axis of the scales, the rounding, columns of zeros, and the dtype.

Halves are given only where the scale is a power of two, so that every formula divides exactly; in the random cases
each quotient lies at least 0.1 from a half.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, close, holds, mistake, uses


def of_int8(case, got, want):
    q = got[0]
    return (isinstance(q, np.ndarray | np.generic) and q.dtype == np.int8) or (
        "The values are right, but q does not have dtype int8.")


def of_right_scales(case, got, want):
    ratios = np.asarray(got[1], dtype=float) / np.asarray(want[1], dtype=float)
    worst = int(np.argmax(np.abs(ratios - 1)))
    return abs(ratios[worst] - 1) <= 1e-4 or (
        f"The scale of column {worst} is {ratios[worst]:.4g} times as large as it should be.")


CHECKS = (
    close(),
    holds("q's dtype is int8", of_int8),
    holds("each scale is its column's max |W| / 127", of_right_scales),
)


def cases(rng):
    def weights(d_in, d_out, *scales):
        """Quotients well away from halves, and one of exactly 127 or -127 in each column."""
        quotients = rng.integers(-126, 127, size=(d_in, d_out)) + rng.uniform(-0.4, 0.4, size=(d_in, d_out))
        quotients[rng.integers(d_in, size=d_out), np.arange(d_out)] = rng.choice([-127.0, 127.0], size=d_out)
        return quotients * (np.array(scales) if scales else rng.uniform(0.01, 2.0, size=d_out))

    yield Case("scales 1 and 2", np.array([[127.0, 10.0], [-4.0, 254.0]]))
    yield Case("the largest by size is negative", np.array([[-127.0, 8.0], [100.0, -254.0]]))
    yield Case("quotients of .4, .6 and .9", np.array([[127.0, -254.0], [2.4, 5.2], [-2.6, -7.8], [3.9, 4.8]]))
    yield Case("all positive", np.array([[127.0, 3.2], [45.7, 254.0], [13.2, 9.8]]))
    yield Case("more rows than columns", weights(5, 3))
    yield Case("more columns than rows", weights(2, 6))
    yield Case("as many rows as columns", weights(4, 4))
    yield Case("three hundred rows", weights(300, 3)).plain()
    yield Case("one row", weights(1, 4)).edge("one row")
    yield Case("a single weight", np.array([[-50.0]])).edge("one row")
    yield Case("one column", weights(5, 1)).edge("one column")
    halves = np.array([[127.0, -31.75], [0.5, 0.625], [1.5, -0.125], [2.5, 0.375], [-3.5, -2.125], [-2.5, 4.125]])
    yield Case("halves, with scales of 1 and 1/4", halves).edge("halves")
    yield Case("halves and a column of zeros", halves @ np.eye(2, 3)).edge("halves")
    yield Case("zeros beside weights", np.array([[0.0, 127.0], [0.0, -3.2]])).edge("columns of zeros")
    yield Case("a column of zeros", weights(4, 3) * [1.0, 0.0, 1.0]).edge("columns of zeros")
    yield Case("zeros alone", np.zeros((2, 3))).edge("columns of zeros")
    yield Case("one column a thousand times larger", weights(3, 2, 1.0, 1e-3)).edge("different sizes")
    yield Case("scales from 1e-4 to 1e2", weights(4, 3, 1e-4, 1e2, 1.0)).edge("different sizes")
    yield Case("tiny weights", np.array([[127.0, 1.0], [-64.0, 127.0], [2.0, -3.0]]) * 2.0**-70).beyond(
        "Where the largest weight is 1.1e-19, your codes or your scales are wrong. Test for 0 itself, without a small "
        "constant."
    )


def _scales(W, levels=127, axis=0):
    largest = np.abs(W).max(axis=axis)
    return np.where(largest > 0, largest / levels, 1.0)


def _codes(W, scale):
    return np.round(W / scale).astype(np.int8), scale


@mistake("You use one scale for the whole matrix. Take the maximum of each column: axis=0.",
         constants={"repeated": (False, True)})
def one_scale(W, *, repeated):
    scale = float(_scales(W, axis=None))
    return _codes(W, scale)[0], np.full(W.shape[1], scale) if repeated else scale


@mistake("You use one scale per row. An output channel is a column: take the maximum over the rows, axis=0.",
         constants={"keepdims": (False, True)})
def scale_per_row(W, *, keepdims):
    scale = _scales(W, axis=1)
    return _codes(W, scale[:, None])[0], scale[:, None] if keepdims else scale


@mistake("You take each row's scale and divide the columns by it. The maximum of a column runs over the rows, axis=0.")
def wrong_axis_of_the_maximum(W):
    return _codes(W, _scales(W, axis=1))


@mistake("You keep the axis of the rows in the scales. Return shape (d_out,).")
def axis_kept(W):
    scale = _scales(W)[None]
    return _codes(W, scale)


@mistake("Where a column is all zeros, your scale is 0 or a tiny constant. Test for 0 itself, and use a scale of 1.",
         constants={"least": (0.0, 1e-8, 1e-7, 1e-6, 1e-5, 1e-12), "of": ("scale", "largest")})
def scale_of_zeros(W, *, least, of):
    largest = np.abs(W).max(axis=0)
    scale = np.maximum(largest, least) / 127 if of == "largest" else np.maximum(largest / 127, least)
    return _codes(W, scale)


@mistake("You add {eps} to the scales, which moves halves to the wrong side. Divide by the column's max |W| / 127 "
         "itself, and use 1 only where that is 0.", constants={"eps": (1e-8, 1e-12, 1e-10, 1e-9, 1e-7, 1e-6, 1e-5)})
def epsilon_added(W, *, eps):
    return _codes(W, np.abs(W).max(axis=0) / 127 + eps)


@mistake("You keep the scales above {least}, so columns of small weights lose their codes. Only a column of zeros "
         "needs another scale, 1.", constants={"least": (1e-3, 1e-2)})
def scales_kept_above(W, *, least):
    return _codes(W, np.where(np.abs(W).max(axis=0) > 0, np.maximum(np.abs(W).max(axis=0) / 127, least), 1.0))


@mistake("You set all scales to 1 if one column is all zeros. Only that column's scale is 1.")
def one_for_all_columns(W):
    largest = np.abs(W).max(axis=0)
    return _codes(W, np.ones(W.shape[1]) if (largest == 0).any() else largest / 127)


@mistake("You take the largest entry of each column, not the largest absolute value. A negative entry may be farther "
         "from zero.", constants={"clipped": (True, False)})
def largest_signed(W, *, clipped):
    largest = W.max(axis=0)
    scale = np.where(largest == 0, 1.0, np.abs(largest) / 127)
    q = np.round(W / scale)
    return (np.clip(q, -127, 127) if clipped else q).astype(np.int8), scale


@mistake("You divide the largest entry by {levels}. Divide by 127, where the symmetric range ends on both sides.",
         constants={"levels": (128, 127.5, 255, 256), "clipped": (True, False)})
def other_levels(W, *, levels, clipped):
    scale = _scales(W, levels)
    q = np.round(W / scale)
    return (np.clip(q, -128, 127) if clipped else q.astype(np.int64)).astype(np.int8), scale


@mistake("You multiply by the scales. Divide by them: the largest entry of each column becomes 127.")
def multiplied(W):
    scale = _scales(W)
    return np.round(W * scale).astype(np.int8), scale


@mistake("You take the mean of each column's absolute values. Take their maximum, so that nothing is cut off.")
def mean_absolute_value(W):
    size = np.abs(W).mean(axis=0)
    scale = np.where(size > 0, size / 127, 1.0)
    return np.clip(np.round(W / scale), -127, 127).astype(np.int8), scale


@mistake("You cut the fraction off, as astype does. Round first, then convert.")
def cut_off(W):
    scale = _scales(W)
    return (W / scale).astype(np.int8), scale


@mistake("You round down. Round to the nearest integer.")
def rounded_down(W):
    scale = _scales(W)
    return np.floor(W / scale).astype(np.int8), scale


@mistake("You round halves away from zero. Round them to the even integer, as np.round does.")
def halves_away_from_zero(W):
    scale = _scales(W)
    return (np.sign(W) * np.floor(np.abs(W) / scale + 0.5)).astype(np.int8), scale


@mistake("You round every half up, as floor(x + 0.5) does. Round halves to the even integer, as np.round does.")
def halves_upward(W):
    scale = _scales(W)
    return np.floor(W / scale + 0.5).astype(np.int8), scale


@mistake("You map each column's range from min to max to all codes, with a zero point. Keep zero at zero.")
def asymmetric(W):
    low, spread = W.min(axis=0), W.max(axis=0) - W.min(axis=0)
    scale = np.where(spread > 0, spread / 255, 1.0)
    return np.clip(np.round((W - low) / scale) - 128, -128, 127).astype(np.int8), scale


@mistake("Your scales are upside down. Return max |W| / 127, so that W is about q times the scale.")
def scales_inverted(W):
    scale = _scales(W)
    return _codes(W, scale)[0], 1 / scale


@mistake("You return the restored weights q · scale. Return q itself.")
def restored(W):
    q, scale = _codes(W, _scales(W))
    return q * scale, scale


@mistake("q is rounded but still holds floats, eight bytes per entry. Convert it with astype(np.int8).")
def left_as_floats(W):
    scale = _scales(W)
    return np.round(W / scale), scale


@mistake("q holds integers of more than one byte. Convert it with astype(np.int8).")
def wider_integers(W):
    scale = _scales(W)
    return np.round(W / scale).astype(int), scale


@mistake("q is unsigned, so its negative codes wrap around. Convert it with astype(np.int8).",
         when=uses("uint8"))
def unsigned(W):
    scale = _scales(W)
    return np.round(W / scale).astype(np.int64).astype(np.uint8), scale


@mistake("You return the scales first. Return (q, scale).")
def swapped(W):
    q, scale = _codes(W, _scales(W))
    return scale, q


@mistake("You return q alone. Return (q, scale): nobody can restore W without the scales.")
def codes_alone(W):
    return _codes(W, _scales(W))[0]


@alternative
def column_by_column(W):
    q, scales = np.zeros(W.shape, dtype=np.int8), []
    for c in range(W.shape[1]):
        largest = max(abs(float(value)) for value in W[:, c])
        scales.append(largest / 127 if largest else 1.0)
        for r in range(W.shape[0]):
            q[r, c] = round(float(W[r, c]) / scales[-1])
    return q, scales


@alternative
def by_multiplying(W):
    largest = np.max(np.stack([W.max(axis=0), -W.min(axis=0)]), axis=0).astype(float)
    factor = np.divide(127.0, largest, out=np.ones_like(largest), where=largest != 0)
    scale = np.divide(largest, 127.0, out=np.ones_like(largest), where=largest != 0)
    return np.rint(W * factor).clip(-127, 127).astype("int8"), scale


@alternative
def row_of_scales(W):
    scale = np.linalg.norm(W, ord=np.inf, axis=0, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.around(np.true_divide(W, scale)).astype(np.int8), scale.ravel()
