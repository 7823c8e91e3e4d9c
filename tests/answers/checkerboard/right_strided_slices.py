import numpy as np


def checkerboard(n_rows: int, n_cols: int) -> np.ndarray:
    """Start from an empty board and paint the dark squares with strided slices."""
    board = np.zeros((n_rows, n_cols), dtype=np.int8)
    board[1::2, ::2] = 1
    board[::2, 1::2] = 1
    return board
