from statistics import NormalDist
import random
import numpy as np


def he_init(n_in, n_out, rng):
    """Python's own generator, seeded with 256 bits taken from rng, and the inverse of the normal cdf."""
    src = random.Random(int.from_bytes(rng.bytes(32), "big"))
    dist = NormalDist(0.0, (2.0 / n_in) ** 0.5)

    def draw():
        u = 0.0
        while u == 0.0:
            u = src.random()
        return dist.inv_cdf(u)

    return np.array([[draw() for _ in range(n_out)] for _ in range(n_in)])
