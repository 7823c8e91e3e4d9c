"""Precision, recall and F1 from three counts.

All denominators are sums of counts: predicted positives, actual positives, and both together, since F1 = 2 TP
/ (2 TP + FP + FN) = 2 TP / (predicted + actual). When one of them is 0, so is TP, and 0 / max(0, 1) is the 0
that is asked for. No small epsilon is needed, which would shift every other result a little.

O(n) time.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    """(precision, recall, F1) of class 1; 0/0 counts as 0."""
    actual, predicted = np.sum(y_true == 1), np.sum(y_pred == 1)
    hits = np.sum((y_true == 1) & (y_pred == 1))
    precision, recall = hits / max(predicted, 1), hits / max(actual, 1)
    return float(precision), float(recall), float(2 * hits / max(predicted + actual, 1))


# What an interviewer asks next
#
# Why the harmonic mean? It is near the smaller of the two, so that neither can be bought with the other:
# answering "positive" always has recall 1, but an F1 of at most twice its precision.
#
# Which one do you tune for? Recall where a miss is expensive (screening), precision where a false alarm is
# (spam). F-beta weighs recall beta times as much.
#
# How do you trade one for the other? Move the threshold on the score; the precision-recall curve shows all choices at
# once.
