import numpy as np
def checkerboard(n_rows: int, n_cols: int) -> np.ndarray:
    base = np.tile(np.array([[0, 1], [1, 0]], dtype=np.int8), (n_rows // 2 + 1, n_cols // 2 + 1))
    return base[:n_rows, :n_cols]
