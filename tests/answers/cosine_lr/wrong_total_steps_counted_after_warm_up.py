# WRONG: total_steps is counted after the warm-up, the decay ends at warmup_steps + total_steps; witness: cosine_lr(100, 100, 1.0, 0.0, 20)
import math
import numpy as np


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    p = min((step - warmup_steps) / total_steps, 1.0)
    return min_lr + 0.5 * (base_lr - min_lr) * (1 + math.cos(math.pi * p))
