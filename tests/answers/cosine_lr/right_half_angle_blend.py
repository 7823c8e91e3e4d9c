import numpy as np


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    """half-angle form: a cos^2 and sin^2 blend of the two rates"""
    s = float(step)
    if s < warmup_steps:
        return float(np.interp(s, [0.0, warmup_steps], [0.0, base_lr]))
    span = total_steps - warmup_steps
    p = 1.0 if s >= total_steps else (s - warmup_steps) / span
    half = np.pi / 2 * p
    return base_lr * np.cos(half) ** 2 + min_lr * np.sin(half) ** 2
