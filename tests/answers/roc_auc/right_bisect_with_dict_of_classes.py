import bisect
import numpy as np


def roc_auc(y_true, scores):
    by_class = {0: [], 1: []}
    for t, s in zip(y_true, scores):
        by_class[int(t)].append(float(s))
    pos, neg = by_class[1], sorted(by_class[0])
    if not pos or not neg:
        raise ValueError(f"need both classes, got {len(pos)} positives and {len(neg)} negatives")
    gain = sum(0.5 * (bisect.bisect_left(neg, v) + bisect.bisect_right(neg, v)) for v in pos)
    return gain / (len(pos) * len(neg))
