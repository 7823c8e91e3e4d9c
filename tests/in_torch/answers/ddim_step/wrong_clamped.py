# mistake: clipped
import torch


def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars):
    """x at the earlier step t_prev, or the clean sample if it is -1."""
    alpha_bar = alpha_bars[t]
    # The index -1 would read the last entry, which is the noisiest step.
    alpha_bar_prev = alpha_bars[t_prev] if t_prev >= 0 else torch.ones_like(alpha_bar)
    x0_pred = (x_t - (1 - alpha_bar).sqrt() * eps_pred) / alpha_bar.sqrt()
    x0_pred = x0_pred.clamp(-1, 1)
    return alpha_bar_prev.sqrt() * x0_pred + (1 - alpha_bar_prev).sqrt() * eps_pred
