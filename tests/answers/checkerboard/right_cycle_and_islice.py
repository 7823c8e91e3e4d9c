import numpy as np
from itertools import islice, cycle
def checkerboard(n_rows, n_cols):
    def row(i):
        return list(islice(cycle([0, 1] if i % 2 == 0 else [1, 0]), n_cols))
    print("building", n_rows)
    return np.asfortranarray(np.array([row(i) for i in range(n_rows)]))
