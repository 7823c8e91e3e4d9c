"""int8 quantization: the scale, the rounding and the dtype.

Halves are given only where the scale is a power of two, so that every formula divides exactly; in the random cases
each quotient lies at least 0.1 from a half.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, close, crashes_over, holds, mistake, says


def of_int8(case, got, want):
    q = got[0]
    return (isinstance(q, np.ndarray | np.generic) and q.dtype == np.int8) or (
        "The values are right, but q does not have dtype int8.")


def of_right_scale(case, got, want):
    ratio = float(np.asarray(got[1])) / float(want[1])
    return abs(ratio - 1) <= 1e-4 or f"The scale is {ratio:.4g} times as large as it should be."


CHECKS = (
    close(),
    holds("q's dtype is int8", of_int8),
    holds("the scale is max |x| / 127", of_right_scale),
)


def cases(rng):
    def tensor(*shape, scale):
        """Quotients well away from halves, and one of exactly 127 or -127."""
        codes = rng.integers(-126, 127, size=shape).astype(float)
        quotients = codes + rng.uniform(-0.4, 0.4, size=shape)
        quotients.flat[int(rng.integers(quotients.size))] = rng.choice([-127.0, 127.0])
        return quotients * scale

    yield Case("both ends", np.array([127.0, -127.0, 0.0, 1.0]))
    yield Case("the largest by size is negative", np.array([-254.0, 100.0, 5.2]))
    yield Case("all negative", np.array([-5.2, -254.0, -100.0]))
    yield Case("quotients of .4, .6 and .9", np.array([127.0, 2.4, 2.6, 3.9, -2.4, -2.6, -3.9]))
    yield Case("a matrix whose rows differ in size", np.array([[127.0, -3.0, 8.0], [1.2, 0.7, -0.2]]))
    yield Case("random", tensor(6, scale=0.13))
    yield Case("random matrix", tensor(3, 4, scale=float(rng.uniform(0.5, 2.0))))
    yield Case("random, with a batch axis", tensor(2, 3, 4, scale=1e4))
    yield Case("random, all positive", np.abs(tensor(5, scale=0.2)))
    yield Case("three hundred entries", tensor(300, scale=0.05)).plain()
    yield Case("a single entry", np.array([254.0])).edge("one entry")
    yield Case("a single negative entry", np.array([-50.0])).edge("one entry")
    yield Case("a number", np.array(-3.0)).edge("no axes")
    halves = np.array([127.0, 0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5, -3.5])
    yield Case("halves, with a scale of 1", halves).edge("halves")
    quarter = np.array([31.75, 2.125, 0.375, -0.125, -2.875, -4.125, 3.0])
    yield Case("halves, with a scale of 1/4", quarter).edge("halves")
    yield Case("zeros alone", np.zeros(3)).edge("zeros")
    yield Case("a matrix of zeros", np.zeros((2, 3))).edge("zeros")
    yield Case("tiny entries", np.array([127.0, -64.0, 2.0, 3.25]) * 2.0**-70).beyond(
        "Where the largest entry is 1.1e-19, your codes or your scale are wrong. Test for 0 itself, without a small "
        "constant."
    )


def _scale(x, levels=127):
    largest = np.max(np.abs(x))
    return largest / levels if largest > 0 else 1.0


@mistake("You round halves away from zero. Round them to the even integer, as np.round does.")
def halves_away_from_zero(x):
    scale = _scale(x)
    return (np.sign(x) * np.floor(np.abs(x) / scale + 0.5)).astype(np.int8), scale


@mistake("You round every half up, as floor(x + 0.5) does. Round halves to the even integer, as np.round does.")
def halves_upwards(x):
    scale = _scale(x)
    return np.floor(x / scale + 0.5).astype(np.int8), scale


@mistake("You cut the fraction off, as astype does. Round first, then convert.")
def cut_off(x):
    scale = _scale(x)
    return (x / scale).astype(np.int8), scale


@mistake("You round down. Round to the nearest integer.")
def rounded_down(x):
    scale = _scale(x)
    return np.floor(x / scale).astype(np.int8), scale


@mistake("You divide the largest entry by 128. Divide by 127, where the symmetric range ends on both sides.",
         constants={"clipped": (True, False)})
def by_128(x, *, clipped):
    scale = _scale(x, 128)
    q = np.round(x / scale)
    return (np.clip(q, -128, 127) if clipped else q).astype(np.int8), scale


@mistake("You divide by 127.5, half of 255. Divide max |x| by 127.", constants={"clipped": (True, False)})
def by_half_of_255(x, *, clipped):
    scale = _scale(x, 127.5)
    q = np.round(x / scale)
    return (np.clip(q, -128, 127) if clipped else q).astype(np.int8), scale


@mistake("You divide by 255. Divide max |x| by 127, because the range has 127 steps on each side of zero.")
def by_255(x):
    scale = _scale(x, 255)
    return np.clip(np.round(x / scale), -128, 127).astype(np.int8), scale


@mistake("You take the maximum of x, not of |x|. A negative entry may be farther from zero.",
         constants={"size": (False, True), "lowest": (-127, -128, -1_000_000), "guarded": (True, False)})
def largest_signed(x, *, size, lowest, guarded):
    scale = abs(np.max(x)) / 127 if size else np.max(x) / 127
    scale = scale if scale > 0 or not guarded else 1.0
    q = np.round(x / scale)
    return np.clip(q, lowest, 127).astype(np.int8), scale


@mistake("When x is all zeros, your scale is 0 or a tiny constant. Test for 0 itself, and use a scale of 1 for it.",
         constants={"least": (0.0, 1e-8, 1e-7, 1e-6, 1e-5), "of": ("scale", "largest")})
def scale_of_zeros(x, *, least, of):
    largest = np.max(np.abs(x))
    scale = np.maximum(largest, least) / 127 if of == "largest" else np.maximum(largest / 127, least)
    return np.round(x / scale).astype(np.int8), scale


@mistake("You add {eps} to the scale, which moves halves to the wrong side. Divide by max |x| / 127 itself, and use 1 "
         "only where that is 0.",
         constants={"eps": (1e-8, 1e-12, 1e-10, 1e-9, 1e-7, 1e-6, 1e-5), "guarded": (False, True)})
def epsilon_added(x, *, eps, guarded):
    if guarded and not np.any(x):
        return np.zeros(x.shape, dtype=np.int8), 1.0
    scale = np.max(np.abs(x)) / 127 + eps
    return np.round(x / scale).astype(np.int8), scale


@mistake("You use one scale per row or column. Use one for the whole tensor: the maximum over all entries.",
         constants={"axis": (-1, 0), "keepdims": (True, False)})
def scale_for_each_lane(x, *, axis, keepdims):
    scale = np.max(np.abs(x), axis=axis, keepdims=True) / 127
    scale = np.where(scale > 0, scale, 1.0)
    return np.round(x / scale).astype(np.int8), scale if keepdims else np.squeeze(scale, axis=axis)


@mistake("You map the range from min to max to all codes, with a zero point. Keep zero at zero, so that x is about q "
         "times the scale.")
def asymmetric(x):
    scale = (np.max(x) - np.min(x)) / 255
    scale = scale if scale > 0 else 1.0
    return np.clip(np.round((x - np.min(x)) / scale) - 128, -128, 127).astype(np.int8), scale


@mistake("You return the restored values q · scale. Return q itself.")
def restored(x):
    scale = _scale(x)
    return np.round(x / scale) * scale, scale


@mistake("Your scale is upside down. Return max |x| / 127, so that x is about q times the scale.")
def scale_inverted(x):
    largest = np.max(np.abs(x))
    factor = 127 / largest if largest > 0 else 1.0
    return np.round(x * factor).astype(np.int8), factor


@mistake("You return the scale first. Return (q, scale).")
def swapped(x):
    scale = _scale(x)
    return scale, np.round(x / scale).astype(np.int8)


@mistake("q is rounded but still holds floats, eight bytes per entry. Convert it with astype(np.int8).")
def left_as_floats(x):
    scale = _scale(x)
    return np.round(x / scale), scale


@mistake("q holds integers of more than one byte. Convert it with astype(np.int8).")
def wider_integers(x):
    scale = _scale(x)
    return np.round(x / scale).astype(int), scale


@mistake("q is unsigned, so its negative codes wrap around. Convert it with astype(np.int8).")
def unsigned(x):
    scale = _scale(x)
    return np.round(x / scale).astype(np.int64).astype(np.uint8), scale


@mistake("You return q alone. Return (q, scale): nobody can restore x without the scale.")
def codes_alone(x):
    return np.round(x / _scale(x)).astype(np.int8)


@mistake("You go through the first axis of x, and an x of shape () has none. Compute with the whole array.",
         kind="crashed", when=crashes_over("no axes"))
def no_length(x):
    scale = _scale(x)
    return np.array([np.round(x[i] / scale) for i in range(len(x))], dtype=np.int8), scale


@mistake("You divide x in place, which belongs to the caller. Compute a new array.", kind="changed",
         when=says("first argument"))
def divided_in_place(x):
    scale = _scale(x)
    x /= scale
    return np.round(x).astype(np.int8), scale


@alternative
def entry_by_entry(x):
    scale = max(abs(float(value)) for value in x.ravel()) / 127 or 1
    codes = [round(float(value) / scale) for value in x.ravel()]
    return [np.array(codes, dtype="int8").reshape(x.shape), float(scale)]


@alternative
def by_multiplying(x):
    q = np.zeros(x.shape, dtype=np.int8)
    reach = np.linalg.norm(x.ravel(), np.inf)
    if reach == 0:
        return q, np.float64(1.0)
    q[...] = np.clip(np.rint(x * (127.0 / reach)), -127, 127)
    return q, np.array(reach / 127.0)
