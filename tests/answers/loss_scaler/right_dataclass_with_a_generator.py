from dataclasses import dataclass, field
import numpy as np


@dataclass
class LossScaler:
    scale: float = 65536.0
    growth_interval: int = 2000
    _streak: int = field(default=0, repr=False)

    def unscale(self, grads):
        current = self.scale
        if any((~np.isfinite(g)).any() for g in grads):
            self.scale, self._streak = current / 2, 0
            return None
        self._streak += 1
        if self._streak >= self.growth_interval:
            self.scale, self._streak = current * 2, 0
        return [np.asarray(g) / current for g in grads]
