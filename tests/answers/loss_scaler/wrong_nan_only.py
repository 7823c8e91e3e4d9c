# WRONG: looks for NaN only; witness: LossScaler().unscale([np.array([np.inf])])
import numpy as np


class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale, self.growth_interval, self.n = scale, growth_interval, 0

    def unscale(self, grads):
        for g in grads:
            if np.any(g != g):
                self.scale, self.n = self.scale / 2, 0
                return None
        out = [g / self.scale for g in grads]
        self.n += 1
        if self.n == self.growth_interval:
            self.scale, self.n = self.scale * 2, 0
        return out
