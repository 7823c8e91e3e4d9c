import numpy as np
checkerboard = lambda n_rows, n_cols: np.bitwise_xor.outer(np.arange(n_rows, dtype=np.uint16) & 1, np.arange(n_cols, dtype=np.uint16) & 1)
