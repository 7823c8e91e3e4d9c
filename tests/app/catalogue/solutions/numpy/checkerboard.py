"""A checkerboard by two strided slices: a board of zeros, and ones where row and column differ in parity.

A slice with a step selects every second row or column, and a pair of slices selects where they cross. Two
assignments fill in all the ones, and neither needs to know whether the sizes are odd or even.

O(n_rows n_cols) time and memory.
"""

import numpy as np


def checkerboard(n_rows, n_cols):
    """(n_rows, n_cols) integers, 0 where i + j is even and 1 where it is odd."""
    board = np.zeros((n_rows, n_cols), dtype=int)
    board[::2, 1::2] = 1  # even rows, odd columns
    board[1::2, ::2] = 1  # odd rows, even columns
    return board


# What an interviewer asks next
#
# Can it be one expression? (np.arange(n_rows)[:, None] + np.arange(n_cols)) % 2: a column and a row
# broadcast to the table of i + j. It allocates one more table of that size, but generalizes to any period
# and any number of axes.
#
# Why not np.arange(n_rows * n_cols) % 2, reshaped? With an even number of columns each row starts at 0
# again, and the columns become stripes.
#
# Is board[::2, 1::2] a copy? Basic slices are views; that is why assigning to one writes into the board.
# Fancy indexing, board[[0, 2]], returns a copy when read, but assigning through it writes into the board too.
