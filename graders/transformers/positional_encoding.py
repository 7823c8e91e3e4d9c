"""Positional encoding: pairs on one frequency, interleaved, positions from 0, and odd widths."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    sizes = [(1, 1), (1, 4), (2, 2), (3, 1), (3, 4), (2, 3), (4, 6), (3, 5), (6, 7), (50, 16), (2, 64), (300, 9)]
    for seq_len, d_model in sizes:
        yield Case(f"{seq_len} positions, {d_model} columns", seq_len, d_model)
    # beyond the table of 5,000 that tutorials cut from, and beyond the whole numbers that float16 can hold
    yield Case("6,000 positions, 2 columns", 6000, 2).once()
    for parity in (0, 1):
        seq_len, d_model = int(rng.integers(5, 40)), 2 * int(rng.integers(4, 20)) + parity
        yield Case(f"any length, an {'odd' if parity else 'even'} width", seq_len, d_model)


def _fill(seq_len, d_model, exponents, first=0, even=np.sin, odd=np.cos):
    angles = np.arange(first, seq_len + first)[:, None] / 10000.0 ** (np.arange(d_model) * 0.0 + exponents)
    return np.where(np.arange(d_model) % 2 == 0, even(angles), odd(angles))


def _pairs(d_model):
    return np.arange(d_model) // 2 * 2 / d_model


@mistake("You give every column a frequency of its own. A sine and the cosine after it share one: the "
         "exponent is 2i / d_model for both columns 2i and 2i + 1.")
def a_frequency_for_each_column(seq_len, d_model):
    return _fill(seq_len, d_model, np.arange(d_model) / d_model)


@mistake("You double the column number in the exponent. The formula's 2i already is the number of the even "
         "column, with i counting pairs.")
def column_number_doubled(seq_len, d_model):
    return _fill(seq_len, d_model, 2 * np.arange(d_model) / d_model)


@mistake("Your exponent is i / d_model with i counting pairs; the formula has 2i / d_model, so the "
         "wavelengths reach 10000 · 2π.")
def pair_number_not_doubled(seq_len, d_model):
    return _fill(seq_len, d_model, np.arange(d_model) // 2 / d_model)


@mistake("You put all sines first and all cosines after them. They alternate: sine in the even columns, "
         "cosine in the odd ones.")
def sines_then_cosines(seq_len, d_model):
    angles = np.arange(seq_len)[:, None] / 10000 ** (np.arange(0, d_model, 2) / d_model)
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1)[:, :d_model]


@mistake("You exchanged sine and cosine: even columns hold the sine.")
def sine_and_cosine_exchanged(seq_len, d_model):
    return _fill(seq_len, d_model, _pairs(d_model), even=np.cos, odd=np.sin)


@mistake("You count positions from 1; the first position is 0.")
def positions_from_one(seq_len, d_model):
    return _fill(seq_len, d_model, _pairs(d_model), first=1)


@mistake("Your code needs an even d_model: with an odd one there is one cosine column less than there are "
         "angles. Cut the angles of the cosines to d_model // 2.")
def even_widths_only(seq_len, d_model):
    angles = np.arange(seq_len)[:, None] * np.exp(np.arange(0, d_model, 2) * (-np.log(10000.0) / d_model))
    encoding = np.zeros((seq_len, d_model))
    encoding[:, 0::2] = np.sin(angles)
    encoding[:, 1::2] = np.cos(angles)
    return encoding


@mistake("You rounded d_model to an even number in the exponent. For an odd d_model the formula divides by "
         "d_model as it is.")
def width_rounded_in_the_exponent(seq_len, d_model):
    return _fill(seq_len, d_model, np.arange(d_model) // 2 * 2 / (d_model + d_model % 2))


@mistake("You multiply the position by 10000^(2i/d_model); it is divided by it, so that later pairs turn "
         "more slowly.")
def frequencies_upside_down(seq_len, d_model):
    return _fill(seq_len, d_model, -_pairs(d_model))


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
