import numpy as np


def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars):
    """Signal and noise as cosine and sine of an angle."""
    def angle(i):
        return np.arctan2(np.sqrt(1 - alpha_bars[i]), np.sqrt(alpha_bars[i])) if i >= 0 else 0.0

    now, then = angle(t), angle(t_prev)
    x0 = (x_t - np.sin(now) * eps_pred) / np.cos(now)
    return np.cos(then) * x0 + np.sin(then) * eps_pred
