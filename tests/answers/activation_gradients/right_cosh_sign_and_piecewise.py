import numpy as np


def relu_grad(x: np.ndarray) -> np.ndarray:
    return np.clip(np.sign(x), 0.0, 1.0)


def leaky_relu_grad(x: np.ndarray, slope: float = 0.01) -> np.ndarray:
    x = np.asarray(x, dtype=float)
    return np.piecewise(x, [x > 0, x <= 0], [1.0, slope])


def _cosh(x):
    return np.cosh(np.clip(np.asarray(x, dtype=float), -350.0, 350.0))


def sigmoid_grad(x: np.ndarray) -> np.ndarray:
    return 0.25 / _cosh(np.asarray(x, dtype=float) / 2.0) ** 2


def tanh_grad(x: np.ndarray) -> np.ndarray:
    return 1.0 / _cosh(x) ** 2
