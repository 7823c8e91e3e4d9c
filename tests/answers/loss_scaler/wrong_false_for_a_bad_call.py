# WRONG: returns False instead of None; witness: LossScaler().unscale([np.array([np.inf])])
import numpy as np

class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale, self.gi, self.c = scale, growth_interval, 0
    def unscale(self, grads):
        if not all(np.isfinite(g).all() for g in grads):
            self.scale /= 2; self.c = 0; return False
        out = [g/self.scale for g in grads]
        self.c += 1
        if self.c % self.gi == 0: self.scale *= 2
        return out
