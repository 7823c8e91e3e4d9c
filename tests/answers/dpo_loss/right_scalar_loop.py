import math
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    total = 0.0
    n = 0
    for c, r, rc, rr in zip(chosen, rejected, ref_chosen, ref_rejected):
        m = beta * ((float(c) - float(r)) - (float(rc) - float(rr)))
        total += max(-m, 0.0) + math.log1p(math.exp(-abs(m)))
        n += 1
    return total / n
