# WRONG: reuses its result arrays; witness: (lambda s: (s.unscale([np.ones(1)]), s.unscale([np.zeros(1)])))(LossScaler(1.0))
import numpy as np

class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale, self.gi, self.c, self.buf = scale, growth_interval, 0, {}
    def unscale(self, grads):
        if not all(np.isfinite(g).all() for g in grads):
            self.scale /= 2; self.c = 0; return None
        out = []
        for i, g in enumerate(grads):
            b = self.buf.setdefault((i, g.shape), np.empty(g.shape))
            np.divide(g, self.scale, out=b); out.append(b)
        self.c += 1
        if self.c % self.gi == 0: self.scale *= 2
        return out
