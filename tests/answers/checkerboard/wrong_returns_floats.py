# WRONG: answers in float64, not in integers; witness: checkerboard(2, 3)
import numpy as np


def checkerboard(n_rows, n_cols):
    board = np.zeros((n_rows, n_cols))
    board[::2, 1::2] = 1
    board[1::2, ::2] = 1
    return board
