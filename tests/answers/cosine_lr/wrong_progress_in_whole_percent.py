# WRONG: progress is rounded down to whole per cent; witness: cosine_lr(509, 1000, 1.0)
import math
import numpy as np


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    if step >= total_steps:
        return min_lr
    percent = 100 * (step - warmup_steps) // (total_steps - warmup_steps)
    return min_lr + 0.5 * (base_lr - min_lr) * (1 + math.cos(math.pi * percent / 100))
