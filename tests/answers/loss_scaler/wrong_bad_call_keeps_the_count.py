# WRONG: a bad call does not reset the count; witness: [s.unscale([np.array([v])]) for s in [LossScaler(4.0, 2)] for v in (1.0, np.inf, 1.0)]
import numpy as np


class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale, self.growth_interval, self.n = scale, growth_interval, 0

    def unscale(self, grads):
        if not all(np.isfinite(g).all() for g in grads):
            self.scale /= 2
            return None
        out = [g / self.scale for g in grads]
        self.n += 1
        if self.n == self.growth_interval:
            self.scale, self.n = self.scale * 2, 0
        return out
