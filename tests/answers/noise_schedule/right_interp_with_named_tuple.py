from collections import namedtuple

import numpy as np

Schedule = namedtuple("Schedule", "betas alphas alpha_bars")


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    """Interpolates between the two knots."""
    knots = [0, T - 1] if T > 1 else [0]
    values = [beta_start, beta_end][: len(knots)]
    betas = np.interp(np.arange(T), knots, values)
    alpha_bars = np.multiply.accumulate(1 - betas)
    return Schedule(betas, 1 - betas, alpha_bars)
