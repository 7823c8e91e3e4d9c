import numpy as np


class Dropout:
    def __init__(self, p):
        if not (p >= 0 and p < 1):
            raise ValueError("p")
        self.p = p
        self.training = True

    def train(self, mode=True):
        self.training = mode
        return self

    def __call__(self, x, *, rng):
        x = np.asarray(x, dtype=float)
        if self.training and self.p:
            x = x * rng.choice([0.0, 1.0 / (1.0 - self.p)], size=x.shape, p=[self.p, 1.0 - self.p])
        return x.copy()


def dropout(x, p, rng, training=True):
    return Dropout(p).train(training)(x, rng=rng)
