"""Positional encoding: pairs on one frequency, interleaved, positions from 0, and odd widths."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, uses

# tight, since no argument says how precise the result should be: float32 must show
CHECKS = (close(rtol=1e-8, atol=1e-9),)


def cases(rng):
    def case(seq_len, d_model):
        return Case(f"{seq_len} positions, {d_model} columns", seq_len, d_model)

    for seq_len, d_model in ((2, 2), (3, 4), (4, 6), (50, 16), (2, 64), (300, 8)):
        yield case(seq_len, d_model)
    yield Case("any length, an even width", int(rng.integers(5, 40)), 2 * int(rng.integers(4, 20)))
    for seq_len, d_model in ((2, 3), (3, 5), (6, 7), (300, 9)):
        yield case(seq_len, d_model).edge("odd widths")
    yield Case("any length, an odd width", int(rng.integers(5, 40)), 2 * int(rng.integers(4, 20)) + 1).edge(
        "odd widths"
    )
    yield Case("one position", 1, 4).edge("sizes of 1")
    yield Case("one column", 3, 1).edge("sizes of 1")
    yield Case("one position, one column", 1, 1).edge("sizes of 1")
    # beyond the tables that tutorials cut from, and beyond the whole numbers that float16 can hold
    yield Case("12,000 positions, 2 columns", 12_000, 2).once().edge("long sequences")


def _fill(seq_len, d_model, exponents, first=0, even=np.sin, odd=np.cos):
    angles = np.arange(first, seq_len + first)[:, None] / 10000.0 ** (np.arange(d_model) * 0.0 + exponents)
    return np.where(np.arange(d_model) % 2 == 0, even(angles), odd(angles))


def _pairs(d_model):
    return np.arange(d_model) // 2 * 2 / d_model


@mistake("You give every column its own frequency. A sine and the cosine after it share one, so use the exponent 2i / "
         "d_model in both columns, 2i and 2i + 1.")
def a_frequency_for_each_column(seq_len, d_model):
    return _fill(seq_len, d_model, np.arange(d_model) / d_model)


@mistake("You double the column number in the exponent. The formula's 2i already is the number of the even column: i "
         "counts pairs.")
def column_number_doubled(seq_len, d_model):
    return _fill(seq_len, d_model, 2 * np.arange(d_model) / d_model)


@mistake("You double the number of the even column in the exponent. The formula's 2i already is that number: i counts "
         "pairs.")
def even_column_number_doubled(seq_len, d_model):
    return _fill(seq_len, d_model, 2 * _pairs(d_model))


@mistake("Your exponent is i / d_model, where i counts pairs. The formula has 2i / d_model.")
def pair_number_not_doubled(seq_len, d_model):
    return _fill(seq_len, d_model, np.arange(d_model) // 2 / d_model)


@mistake("Your last pair has the frequency 1 / 10000, so your exponent is i / (pairs − 1). The formula has "
         "2i / d_model.")
def frequencies_up_to_the_end(seq_len, d_model):
    return _fill(seq_len, d_model, np.arange(d_model) // 2 / max((d_model + 1) // 2 - 1, 1))


@mistake("Your sines come first and your cosines after them. Alternate: sine in the even columns, cosine in the odd "
         "ones.")
def sines_then_cosines(seq_len, d_model):
    angles = np.arange(seq_len)[:, None] / 10000 ** (np.arange(0, d_model, 2) / d_model)
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1)[:, :d_model]


@mistake("You swap sine and cosine. Even columns hold the sine.")
def sine_and_cosine_swapped(seq_len, d_model):
    return _fill(seq_len, d_model, _pairs(d_model), even=np.cos, odd=np.sin)


@mistake("You count positions from 1. The first position is 0.")
def positions_from_one(seq_len, d_model):
    return _fill(seq_len, d_model, _pairs(d_model), first=1)


@mistake("Your code needs an even d_model. With an odd one there is one cosine column fewer than there are angles: cut "
         "the angles of the cosines to d_model // 2.")
def even_widths_only(seq_len, d_model):
    angles = np.arange(seq_len)[:, None] * np.exp(np.arange(0, d_model, 2) * (-np.log(10000.0) / d_model))
    encoding = np.zeros((seq_len, d_model))
    encoding[:, 0::2] = np.sin(angles)
    encoding[:, 1::2] = np.cos(angles)
    return encoding


@mistake("With an odd d_model you leave the last column at 0. It is a sine without its cosine: there are "
         "(d_model + 1) // 2 angles.")
def last_odd_column_left_out(seq_len, d_model):
    encoding = _fill(seq_len, d_model, _pairs(d_model))
    if d_model % 2:
        encoding[:, -1] = 0.0
    return encoding


@mistake("You round d_model to an even number in the exponent. Divide by d_model as it is, also if it is odd.")
def width_rounded_up_in_the_exponent(seq_len, d_model):
    return _fill(seq_len, d_model, np.arange(d_model) // 2 * 2 / (d_model + d_model % 2))


@mistake("You divide by d_model // 2 in the exponent, which loses a half if d_model is odd. Divide 2i by d_model as it "
         "is.")
def width_rounded_down_in_the_exponent(seq_len, d_model):
    return _fill(seq_len, d_model, np.arange(d_model) // 2 / max(d_model // 2, 1))


@mistake("You multiply the position by 10000^(2i / d_model). Divide by it, so that later pairs turn more slowly.")
def frequencies_upside_down(seq_len, d_model):
    return _fill(seq_len, d_model, -_pairs(d_model))


@mistake("You make at most {rows} rows, so longer sequences are too short. Compute seq_len rows.",
         constants={"rows": (5000, 8192, 10000, 1000, 512)})
def cut_from_a_table(seq_len, d_model, *, rows):
    return _fill(min(seq_len, rows), d_model, _pairs(d_model))


@mistake("You hold the positions in float16, which has whole numbers up to 2048 only. Keep float64.",
         when=uses("np.float16"))
def positions_in_float16(seq_len, d_model):
    positions = np.arange(seq_len).astype(np.float16)[:, None].astype(float)
    angles = positions / 10000.0 ** _pairs(d_model)
    return np.where(np.arange(d_model) % 2 == 0, np.sin(angles), np.cos(angles))


@mistake("You return {name}. Return float64, NumPy's default.", constants={"name": ("float32", "float16")})
def narrow_result(seq_len, d_model, *, name):
    return _fill(seq_len, d_model, _pairs(d_model)).astype(name)


@alternative
def entry_by_entry(seq_len, d_model):
    import math

    table = []
    for pos in range(seq_len):
        angles = [pos / math.pow(10000, (j - j % 2) / d_model) for j in range(d_model)]
        table.append([math.cos(angle) if j % 2 else math.sin(angle) for j, angle in enumerate(angles)])
    return table


@alternative
def by_a_phase(seq_len, d_model):
    columns = np.arange(d_model)
    rates = np.exp(-(columns - columns % 2) / d_model * np.log(1e4))
    return np.sin(np.outer(np.arange(seq_len), rates) + np.pi / 2 * (columns % 2))


@alternative
def by_stacking(seq_len, d_model):
    half = (d_model + 1) // 2
    angles = np.einsum("p,i->pi", np.arange(seq_len), 1 / 1e4 ** (2 * np.arange(half) / d_model))
    return np.stack([np.sin(angles), np.cos(angles)], axis=2).reshape(seq_len, 2 * half)[:, :d_model]
