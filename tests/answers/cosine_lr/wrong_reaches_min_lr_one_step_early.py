# WRONG: reaches min_lr at total_steps - 1, one step early; witness: cosine_lr(5, 11, 1.0)
import math
import numpy as np


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    if step >= total_steps - 1:
        return min_lr
    p = (step - warmup_steps) / (total_steps - 1 - warmup_steps)
    return min_lr + 0.5 * (base_lr - min_lr) * (1 + math.cos(math.pi * p))
