import numpy as np


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    step = np.asarray(step, dtype=float)
    warm = base_lr * step / max(warmup_steps, 1)
    p = np.clip((step - warmup_steps) / max(total_steps - warmup_steps, 1), 0.0, 1.0)
    decay = min_lr + (base_lr - min_lr) * (np.cos(np.pi * p) + 1.0) / 2.0
    return np.select([step < warmup_steps, step >= total_steps], [warm, min_lr], default=decay)
