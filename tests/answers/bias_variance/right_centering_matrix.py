import numpy as np


def bias_variance(predictions, y_true):
    """Centring matrix and Frobenius norms."""
    P = np.asarray(predictions, dtype=np.float64) - np.asarray(y_true, dtype=np.float64)
    m, n = P.shape
    J = np.full((m, m), 1.0 / m)
    return np.linalg.norm(J @ P) ** 2 / (m * n), np.linalg.norm(P - J @ P) ** 2 / (m * n)
