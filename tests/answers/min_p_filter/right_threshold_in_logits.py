import math
import numpy as np


def min_p_filter(logits, min_p):
    gap = math.inf if min_p == 0 else -math.log(min_p)
    return [float(v) if max(logits) - v <= gap else -np.inf for v in logits]
