import math
import numpy as np


def perplexity(logits, targets):
    total = 0.0
    count = 0
    for row, t in zip(logits, targets):
        row = [float(v) for v in row]
        big = max(row)
        s = 0.0
        for v in row:
            s += math.exp(v - big)
        total += math.log(s) + big - row[int(t)]
        count += 1
    try:
        return math.exp(total / count)
    except OverflowError:
        return math.inf
