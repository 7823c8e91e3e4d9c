# WRONG: without a warm-up, step 0 gives 0 instead of base_lr (max(warmup_steps, 1) guards the division); witness: cosine_lr(0, 100, 1.0)
import math
import numpy as np


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    warm = max(warmup_steps, 1)
    if step < warm:
        return base_lr * step / warm
    if step >= total_steps:
        return min_lr
    p = (step - warmup_steps) / (total_steps - warmup_steps)
    return min_lr + 0.5 * (base_lr - min_lr) * (1 + math.cos(math.pi * p))
