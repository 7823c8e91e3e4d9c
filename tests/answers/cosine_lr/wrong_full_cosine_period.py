# WRONG: a full cosine down and up again between the warm-up and total_steps, forced to min_lr at the end; witness: cosine_lr(75, 100, 1.0)
import math
import numpy as np


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    if step >= total_steps:
        return min_lr
    p = (step - warmup_steps) / (total_steps - warmup_steps)
    return min_lr + 0.5 * (base_lr - min_lr) * (1 + math.cos(2 * math.pi * p))
