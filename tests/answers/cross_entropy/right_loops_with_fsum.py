import math
import numpy as np

TINY = 1e-8


def cross_entropy(y_true, y_pred):
    rows_t = np.asarray(y_true, dtype=float).tolist()
    rows_p = np.asarray(y_pred, dtype=float).tolist()
    terms = []
    for t_row, p_row in zip(rows_t, rows_p):
        for t, p in zip(t_row, p_row):
            if t == 0.0:
                continue
            if p < TINY:
                p = TINY
            terms.append(-t * math.log(p))
    return math.fsum(terms)
