import numpy as np


class LinearSchedule:
    def __init__(self, T, lo, hi):
        self.betas = np.array([lo]) if T == 1 else np.polyval([(hi - lo) / (T - 1), lo], np.arange(T, dtype=float))

    @property
    def alphas(self):
        return np.subtract(1, self.betas)

    @property
    def alpha_bars(self):
        a = self.alphas
        for t in range(1, a.size):
            a[t] *= a[t - 1]
        return a


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    s = LinearSchedule(T, float(beta_start), float(beta_end))
    return s.betas, s.alphas, s.alpha_bars
