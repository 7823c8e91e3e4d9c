# WRONG: maps the sorted mask back with order instead of its inverse (right only for involutions); witness: top_p_filter(np.array([2.0, 1.0, 3.0]), 0.85)
import numpy as np


def top_p_filter(logits, p):
    x = np.asarray(logits, dtype=float)
    order = np.argsort(-x, kind="stable")
    e = np.exp(x[order] - x.max())
    cum = np.cumsum(e / e.sum())
    keep_sorted = np.r_[True, cum[:-1] < p]
    keep = keep_sorted[order]
    return np.where(keep, x, -np.inf)
