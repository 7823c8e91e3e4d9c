import numpy as np


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    """the whole table of the schedule, then one look-up"""
    warm = [base_lr * k / warmup_steps for k in range(warmup_steps)]
    n = total_steps - warmup_steps
    # cos(pi k / n) from the nodes: sin(pi/2 - pi k / n), symmetric about the middle
    decay = [min_lr + (base_lr - min_lr) * 0.5 * (1.0 + np.sin(np.pi * (0.5 - k / n))) for k in range(n)]
    table = warm + decay + [min_lr]
    return table[min(int(step), len(table) - 1)]
