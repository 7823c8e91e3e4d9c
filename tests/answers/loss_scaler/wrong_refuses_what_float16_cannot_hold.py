# WRONG: entries above 65504 count as bad; witness: LossScaler(4.0).unscale([np.array([1e5])])
import numpy as np

class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale, self.gi, self.c = scale, growth_interval, 0
    def unscale(self, grads):
        if any(np.isnan(g).any() or (np.abs(g) > 65504).any() for g in grads):
            self.scale /= 2; self.c = 0; return None
        out = [g/self.scale for g in grads]
        self.c += 1
        if self.c % self.gi == 0: self.scale *= 2
        return out
