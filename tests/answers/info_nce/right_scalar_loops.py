import math
import numpy as np


def _unit(row):
    row = [float(v) for v in row]
    norm = math.hypot(*row)
    return [v / norm for v in row]


def info_nce(a, b, temperature=0.07):
    A = [_unit(r) for r in a]
    B = [_unit(r) for r in b]
    losses = []
    for i, ai in enumerate(A):
        s = [sum(p * q for p, q in zip(ai, bj)) / temperature for bj in B]
        m = max(s)
        losses.append(m + math.log(math.fsum(math.exp(v - m) for v in s)) - s[i])
    return math.fsum(losses) / len(losses)
