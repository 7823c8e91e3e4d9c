import numpy as np


def he_init(n_in: int, n_out: int, rng: np.random.Generator) -> np.ndarray:
    # Box-Muller on 1 - u, which is in (0, 1]
    u1 = 1.0 - rng.random((n_in, n_out))
    u2 = rng.random((n_in, n_out))
    radius = np.sqrt(-2.0 * np.log(u1) * (2.0 / n_in))
    return radius * np.cos(2.0 * np.pi * u2)
