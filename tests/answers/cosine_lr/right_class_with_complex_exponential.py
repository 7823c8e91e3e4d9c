import cmath
import numpy as np


class CosineSchedule:
    def __init__(self, total, base, floor, warm):
        self.total, self.base, self.floor, self.warm = total, base, floor, warm

    def _phase(self, step):
        if step >= self.total:
            return "done"
        return "warm" if step < self.warm else "decay"

    def __call__(self, step):
        match self._phase(step):
            case "done":
                return self.floor
            case "warm":
                return self.base * (step / self.warm)
            case _:
                z = cmath.exp(1j * cmath.pi * (step - self.warm) / (self.total - self.warm))
                mid, amp = (self.base + self.floor) / 2, (self.base - self.floor) / 2
                return np.float64(mid + amp * z.real)


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    return CosineSchedule(total_steps, base_lr, min_lr, warmup_steps)(step)
