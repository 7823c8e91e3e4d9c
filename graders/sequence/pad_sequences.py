"""Padding: where the filling goes, what it is filled with, and a mask from lengths rather than from values."""

import itertools

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake, uses

CHECKS = (equal(),)


def cases(rng):
    def tokens(*lengths):
        return [rng.integers(1, 50, size=length) for length in lengths]

    yield Case("lengths 1 and 2", [np.array([4]), np.array([5, 6])])
    yield Case("lengths 3 and 1, filled with 9", [np.array([1, 2, 3]), np.array([4])], 9)
    yield Case("three lengths", tokens(2, 5, 3))
    yield Case("the longest is last", tokens(1, 4, 2, 6), value=-1)
    yield Case("sixty sequences", tokens(*rng.integers(1, 12, size=59), 12), value=77)
    yield Case("one sequence", [np.array([3, 1, 2])]).edge("nothing to fill")
    yield Case("one token", [np.array([3])], 5).edge("nothing to fill")
    yield Case("equal lengths", tokens(4, 4, 4), 6).edge("nothing to fill")
    yield Case("the first is empty", [np.zeros(0, dtype=np.int64), np.array([2, 3])]).edge("empty sequences")
    yield Case("two are empty", tokens(3, 0, 1, 0), -5).edge("empty sequences")
    yield Case("a 0 that is a token", [np.array([0, 7, 0]), np.array([0])]).edge("the value as a token")
    yield Case("tokens that equal the value", [np.array([4, 4]), np.array([4, 1, 4])], 4).edge("the value as a token")
    yield Case("beyond what a float holds", [np.array([2**60 + 1]), np.array([3, -(2**59) - 3])]).edge("large numbers")
    yield Case("a large value", tokens(1, 2), 2**61 - 1).edge("large numbers")
    yield Case("a negative value", tokens(2, 1), -7).edge("large numbers")


def pad(sequences, value, length=None):
    lengths = np.array([len(each) for each in sequences])
    ids = np.full((len(sequences), max(lengths) if length is None else length), value, dtype=np.int64)
    for row, each in zip(ids, sequences):
        row[:len(each)] = each[:len(row)]
    return ids, np.arange(ids.shape[1]) >= lengths[:, None]


@mistake("Your mask is inverted. blocked is True on what was filled, and False on tokens.")
def inverted(sequences, value=0):
    ids, blocked = pad(sequences, value)
    return ids, ~blocked


@mistake("You mark every position that holds the value, but a token may equal it. Make the mask from the lengths.")
def mask_from_values(sequences, value=0):
    ids, _ = pad(sequences, value)
    return ids, ids == value


@mistake("You mark every position that holds 0, but a token may be 0, and value may be another number. Make the mask "
         "from the lengths.")
def mask_from_zeros(sequences, value=0):
    ids, _ = pad(sequences, value)
    return ids, ids == 0


@mistake("You fill at the start of each row. Fill at the end, after the tokens.", constants={"mask": (True, False)})
def filled_in_front(sequences, value=0, *, mask):
    ids, blocked = pad([each[::-1] for each in sequences], value)
    return ids[:, ::-1], blocked[:, ::-1] if mask else blocked


@mistake("You cut all sequences to the shortest. Fill them up to the longest.")
def cut_to_the_shortest(sequences, value=0):
    return pad(sequences, value, min(len(each) for each in sequences))


@mistake("Your rows have the length of the first sequence. Use the length of the longest.")
def as_long_as_the_first(sequences, value=0):
    return pad(sequences, value, len(sequences[0]))


@mistake("Your rows are one position too long. The longest sequence is not filled.")
def one_too_long(sequences, value=0):
    return pad(sequences, value, 1 + max(len(each) for each in sequences))


@mistake("You fill with 0 whatever the value is. Fill with the argument.")
def value_ignored(sequences, value=0):
    return pad(sequences, 0)


@mistake("Your default value is {default}. It should be 0.", constants={"default": (-1, 1, -100)})
def another_default(sequences, value=None, *, default):
    return pad(sequences, default if value is None else value)


@mistake("The first position that you filled is not marked. Position t is filled if t >= length, not only if t > "
         "length.")
def mask_too_short(sequences, value=0):
    ids, _ = pad(sequences, value)
    return ids, np.arange(ids.shape[1]) > np.array([[len(each)] for each in sequences])


@mistake("The last token of each row is marked. Position t is filled if t >= length.")
def mask_too_long(sequences, value=0):
    ids, _ = pad(sequences, value)
    return ids, np.arange(ids.shape[1]) >= np.array([[len(each) - 1] for each in sequences])


@mistake("Your mask holds numbers. Return booleans, which can index an array.", constants={"kind": (int, float)})
def mask_of_numbers(sequences, value=0, *, kind):
    ids, blocked = pad(sequences, value)
    return ids, blocked.astype(kind)


@mistake("Your mask holds 1 for each token and 0 for what you filled. Return booleans, True where you filled.",
         constants={"kind": (int, float)})
def numbers_for_tokens(sequences, value=0, *, kind):
    ids, blocked = pad(sequences, value)
    return ids, (~blocked).astype(kind)


@mistake("You return the tokens as floats. Return integers: tokens index an embedding.")
def float_ids(sequences, value=0):
    ids, blocked = pad(sequences, value)
    return ids.astype(float), blocked


@mistake("Your tokens pass through floats, which hold integers exactly only up to 2**53. Use an integer array from the "
         "start.")
def through_floats(sequences, value=0):
    ids, blocked = pad([each.astype(float).astype(int) for each in sequences], int(float(value)))
    return ids, blocked


@mistake("The value that you fill with passes through a float, which holds integers exactly only up to 2**53. Fill "
         "with the integer itself.")
def value_through_float(sequences, value=0):
    return pad(sequences, int(float(value)))


@mistake("Large tokens do not fit the integer dtype that you use. Use np.int64.",
         when=uses("np.int32", "np.int16", "np.int8", "np.intc"), constants={"dtype": ("int32", "int16")})
def small_integers(sequences, value=0, *, dtype):
    ids, blocked = pad(sequences, value)
    return ids.astype(np.int32 if dtype == "int32" else np.int16), blocked


@mistake("You return the lengths instead of the mask. Return a boolean array of the shape of ids.")
def lengths_returned(sequences, value=0):
    return pad(sequences, value)[0], np.array([len(each) for each in sequences])


@mistake("You return the mask first. Return (ids, blocked).")
def swapped(sequences, value=0):
    return pad(sequences, value)[::-1]


@mistake("You return only the tokens. Return (ids, blocked).")
def ids_alone(sequences, value=0):
    return pad(sequences, value)[0]


@alternative
def by_the_mask(sequences, value=0):
    lengths = np.fromiter(map(len, sequences), dtype=int)
    blocked = ~(np.arange(lengths.max())[None] < lengths[:, None])
    ids = np.where(blocked, value, 0)
    ids[~blocked] = np.concatenate(sequences)
    return ids, blocked


@alternative
def by_zip_longest(sequences, value=0):
    columns = list(itertools.zip_longest(*[each.tolist() for each in sequences]))
    ids = [[value if token is None else token for token in row] for row in zip(*columns)]
    return ids, [[token is None for token in row] for row in zip(*columns)]


@alternative
def by_np_pad(sequences, value=0):
    L = max(len(each) for each in sequences)
    ids = np.stack([np.pad(each, (0, L - len(each)), constant_values=value) for each in sequences])
    blocked = np.zeros(ids.shape, dtype=bool)
    for i, each in enumerate(sequences):
        blocked[i, len(each):] = True
    return [ids, blocked]
