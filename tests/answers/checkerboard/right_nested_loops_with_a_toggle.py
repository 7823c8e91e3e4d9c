import numpy as np


def checkerboard(n_rows, n_cols):
    rows = []
    for r in range(n_rows):
        row = []
        colour = r % 2
        for _ in range(n_cols):
            row.append(colour)
            colour = 1 - colour
        rows.append(row)
    return np.array(rows, dtype=int)
