"""One helper, called once per pattern."""
import numpy as np


def _apply(pattern: str, A: np.ndarray) -> np.ndarray:
    return np.einsum(pattern, A)


def total(A: np.ndarray) -> float:
    return _apply("XY->", A)


def row_sums(A: np.ndarray) -> np.ndarray:
    return _apply("XY->X", A)


def column_sums(A: np.ndarray) -> np.ndarray:
    return _apply("XY->Y", A)


def transpose(A: np.ndarray) -> np.ndarray:
    return _apply("XY->YX", A)


def diagonal(A: np.ndarray) -> np.ndarray:
    return _apply("XX->X", A)


def trace(A: np.ndarray) -> float:
    return _apply("XX->", A)
