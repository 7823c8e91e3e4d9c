import numpy as np


class Seeder:
    def __init__(self, X, rng):
        self.X, self.rng = np.array(X, dtype=np.float64), rng
        self.gap = np.full(len(self.X), np.inf)

    def draw(self, w=None):
        n = len(self.X)
        if w is None or not np.any(w):
            return self.rng.choice(n)
        # Gumbel-max
        logw = np.full(n, -np.inf)
        np.log(w, out=logw, where=w > 0)
        return np.argmax(logw + self.rng.gumbel(size=n))

    def take(self, i):
        row = self.X[i]
        self.gap = np.minimum(self.gap, np.square(self.X - row).sum(1))
        return row


def kmeans_plus_plus(X, k, rng):
    s = Seeder(X, rng)
    out = [s.take(s.draw())]
    out.extend(s.take(s.draw(s.gap)) for _ in range(k - 1))
    return np.stack(out)
