# WRONG: steps after total_steps give 0 instead of min_lr (total_steps itself is right); witness: cosine_lr(101, 100, 1.0, 0.1)
import math
import numpy as np


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    if step > total_steps:
        return 0.0
    p = (step - warmup_steps) / max(total_steps - warmup_steps, 1)
    return min_lr + 0.5 * (base_lr - min_lr) * (1 + math.cos(math.pi * p))
