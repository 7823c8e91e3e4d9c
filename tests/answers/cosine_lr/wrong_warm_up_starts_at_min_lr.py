# WRONG: warm-up from min_lr instead of from 0; witness: cosine_lr(0, 100, 1.0, 0.1, 10)
import math
import numpy as np


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return min_lr + (base_lr - min_lr) * step / warmup_steps
    p = min((step - warmup_steps) / max(total_steps - warmup_steps, 1), 1.0)
    return min_lr + 0.5 * (base_lr - min_lr) * (1 + math.cos(math.pi * p))
