import numpy as np

class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale, self.gi, self.c = scale, growth_interval, growth_interval
    def unscale(self, grads):
        for g in grads:
            with np.errstate(invalid='ignore'):
                if np.any((g - g) != 0):
                    self.scale, self.c = self.scale/2, self.gi
                    return None
        s = self.scale
        self.c -= 1
        if not self.c:
            self.c, self.scale = self.gi, s*2
        return tuple(g/s for g in grads)
