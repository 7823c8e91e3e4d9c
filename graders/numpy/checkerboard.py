"""A checkerboard of any size: neighbors differ both ways, the corner is 0, the entries are integers."""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake, uses

CHECKS = (equal(),)


def cases(rng):
    yield Case("two by two", 2, 2)
    yield Case("odd by odd", 3, 3)
    yield Case("odd by even", 3, 4)
    yield Case("even by odd", 4, 5)
    yield Case("even by even", 4, 6)
    n_rows, n_cols = (int(n) for n in rng.integers(2, 20, size=2))
    yield Case("a random size", n_rows, n_cols)
    yield Case("the same size turned", n_cols, n_rows)
    yield Case("one square", 1, 1).edge("one row or column")
    yield Case("one row", 1, 4).edge("one row or column")
    yield Case("one column", 5, 1).edge("one row or column")
    yield Case("three hundred columns", 3, 300).edge("long sides")
    yield Case("three hundred rows", 300, 3).edge("long sides")


@mistake("Your colors are swapped. The corner [0, 0] is 0.")
def corner_is_one(n_rows, n_cols):
    return (np.indices((n_rows, n_cols)).sum(axis=0) + 1) % 2


@mistake("Your 0 is in the lower left corner, so [0, 0] is 1 on a board with an even number of rows. Start with 0 at "
         "[0, 0].")
def zero_at_the_lower_left(n_rows, n_cols):
    return (np.arange(n_rows)[::-1, None] + np.arange(n_cols)) % 2


@mistake("Your 0 is in the lower right corner, so [0, 0] is 1 on some boards. Start with 0 at [0, 0].")
def zero_at_the_lower_right(n_rows, n_cols):
    return (np.arange(n_rows)[::-1, None] + np.arange(n_cols)[::-1]) % 2


@mistake("You alternate along the flattened board, so with an even number of columns the columns become stripes. Use "
         "the parity of row plus column.")
def alternates_when_flat(n_rows, n_cols):
    return (np.arange(n_rows * n_cols) % 2).reshape(n_rows, n_cols)


@mistake("Your board alternates within each row, but all rows are the same. Start every other row with 1.")
def vertical_stripes(n_rows, n_cols):
    return np.tile(np.arange(n_cols) % 2, (n_rows, 1))


@mistake("Your board alternates from row to row, but each row has a single color. Alternate along the row too.")
def horizontal_stripes(n_rows, n_cols):
    return np.repeat(np.arange(n_rows) % 2, n_cols).reshape(n_rows, n_cols)


@mistake("You fill in the ones of every other row only. Fill the rows between them as well, shifted by one column.",
         constants={"row": (0, 1)})
def half_of_the_ones(n_rows, n_cols, *, row):
    board = np.zeros((n_rows, n_cols), dtype=int)
    board[row::2, 1 - row :: 2] = 1
    return board


@mistake("You put ones where row and column are both odd. They belong where exactly one of the two is odd.")
def both_odd(n_rows, n_cols):
    board = np.zeros((n_rows, n_cols), dtype=int)
    board[1::2, 1::2] = 1
    return board


@mistake("Each of your rows is the one above it, rotated by one place, so with an odd number of columns two equal "
         "squares meet where the row wraps around. Use the parity of row plus column.")
def rows_rotated(n_rows, n_cols):
    return np.array([np.roll(np.arange(n_cols) % 2, i) for i in range(n_rows)])


@mistake("Each of your rows is the one above it, rotated by one place, so with an odd number of columns two equal "
         "squares meet where the row wraps around. Use the parity of row plus column.")
def rows_of_several_rotated(n_rows, n_cols):
    row = np.arange(n_cols) % 2
    return np.array([np.roll(row, i) if n_cols > 1 else [i % 2] for i in range(n_rows)])


@mistake("An odd side is one too short, because whole 2x2 blocks do not fill it. Make more blocks than you need, then "
         "crop the board.")
def odd_sides_cut_short(n_rows, n_cols):
    return np.tile([[0, 1], [1, 0]], (n_rows // 2, n_cols // 2))


@mistake("Odd sides are one too short, because whole 2x2 blocks do not fill them. Make more blocks than you need, then "
         "crop the board.")
def long_odd_sides_cut_short(n_rows, n_cols):
    if min(n_rows, n_cols) == 1:
        return np.arange(n_rows * n_cols).reshape(n_rows, n_cols) % 2
    return np.tile([[0, 1], [1, 0]], (n_rows // 2, n_cols // 2))


@mistake("An odd side is one too long, because your 2x2 blocks reach past it. Crop the board to n_rows and n_cols.")
def odd_sides_not_cropped(n_rows, n_cols):
    return np.tile([[0, 1], [1, 0]], ((n_rows + 1) // 2, (n_cols + 1) // 2))


@mistake("Your squares alternate between 1 and -1. The board holds 0 and 1.")
def ones_and_minus_ones(n_rows, n_cols):
    return (-1) ** np.indices((n_rows, n_cols)).sum(axis=0)


@mistake("np.fmod keeps the sign of the number it divides, so you get -1 below the diagonal. Use %, which gives 0 or 1 "
         "here.",
         when=uses("np.fmod"))
def sign_of_fmod(n_rows, n_cols):
    return np.fmod(np.arange(n_cols) - np.arange(n_rows)[:, None], 2)


@mistake("The pattern is right, but its entries are floats, np.zeros's default. Pass dtype=int.",
         when=uses("np.zeros"))
def floats_of_zeros(n_rows, n_cols):
    board = np.zeros((n_rows, n_cols))
    board[::2, 1::2] = 1
    board[1::2, ::2] = 1
    return board


@mistake("The pattern is right, but its entries are floats. Return integers.")
def floats(n_rows, n_cols):
    return np.indices((n_rows, n_cols)).sum(axis=0) % 2 * 1.0


@mistake("The pattern is right, but its entries are booleans. Convert them to the integers 0 and 1.")
def booleans(n_rows, n_cols):
    return np.indices((n_rows, n_cols)).sum(axis=0) % 2 == 1


@mistake("Rows and columns are swapped. The shape is (n_rows, n_cols).")
def sides_swapped(n_rows, n_cols):
    return np.indices((n_cols, n_rows)).sum(axis=0) % 2


@alternative
def by_broadcasting(n_rows, n_cols):
    return (np.arange(n_rows)[:, None] + np.arange(n_cols)) % 2


@alternative
def plain_lists(n_rows, n_cols):
    return [[(i ^ j) & 1 for j in range(n_cols)] for i in range(n_rows)]


@alternative
def tiled_and_cut(n_rows, n_cols):
    return np.tile(np.array([[0, 1], [1, 0]], dtype=np.uint8), (n_rows, n_cols))[:n_rows, :n_cols]
