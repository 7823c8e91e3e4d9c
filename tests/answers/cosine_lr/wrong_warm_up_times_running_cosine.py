# WRONG: the warm-up is linear times a cosine that already runs from step 0, so it is not linear (and not base_lr * step / warmup_steps); witness: cosine_lr(30, 100, 1.0, 0.0, 40)
import math
import numpy as np


def _cosine(p, hi, lo):
    return lo + 0.5 * (hi - lo) * (1 + math.cos(math.pi * min(max(p, 0.0), 1.0)))


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    if step < warmup_steps:
        return step / warmup_steps * _cosine(step / total_steps, base_lr, min_lr)
    return _cosine((step - warmup_steps) / max(total_steps - warmup_steps, 1), base_lr, min_lr)
