import numpy as np


def tanh(x: np.ndarray) -> np.ndarray:
    x = np.asarray(x, dtype=float)
    inside = np.where(np.abs(x) < 40.0, x, 0.0)
    return np.select([x >= 40.0, x <= -40.0], [1.0, -1.0], default=np.sinh(inside) / np.cosh(inside))
