# WRONG: the scale never falls below 1; witness: (lambda s: (s.unscale([np.array([np.inf])]), s.scale))(LossScaler(1.0))
import numpy as np


class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale, self.growth_interval, self.n = scale, growth_interval, 0

    def unscale(self, grads):
        if any(not np.isfinite(g).all() for g in grads):
            self.scale, self.n = max(1.0, self.scale / 2), 0
            return None
        out = [g / self.scale for g in grads]
        self.n += 1
        if self.n == self.growth_interval:
            self.scale, self.n = self.scale * 2, 0
        return out
