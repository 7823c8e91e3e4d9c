# WRONG: min_lr is only a floor, max(min_lr, base * cosine), so the middle is off; witness: cosine_lr(50, 100, 1.0, 0.2)
import math
import numpy as np


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    if step >= total_steps:
        return min_lr
    p = (step - warmup_steps) / (total_steps - warmup_steps)
    return max(min_lr, 0.5 * base_lr * (1 + math.cos(math.pi * p)))
