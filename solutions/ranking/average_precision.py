"""Average precision from one cumulative sum.

In ranked order, the cumulative sum of the labels counts the positives so far. Divided by the rank it is the precision
at that rank, and only the ranks of positives are averaged.

O(n log n) time.
"""

import numpy as np


def average_precision(y_true, scores):
    """The mean of the precision at the rank of each positive."""
    hits = y_true[np.argsort(-scores, kind="stable")] == 1  # (n,), in the order of the ranks
    if not np.any(hits):
        return 0.0
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)  # at every rank
    return np.mean(precision[hits])


# What an interviewer asks next
#
# What is mean average precision? In retrieval, it is the mean of AP over queries. In object detection, it is the mean
# over classes, and often also over IoU thresholds, where a detection is positive if it matches a box of the ground
# truth. There the divisor is the number of boxes to find, so boxes never found lower the result.
#
# How does it relate to the precision-recall curve? Each positive raises recall by 1/P, so AP is the area under the
# curve as steps: Σ (R_i − R_{i−1}) P_i. Trapezoids between the points would be too optimistic.
#
# When do you prefer it to ROC AUC? When positives are rare and the top of the list matters. A random ranking has an
# AP of about the share of positives and an AUC of 0.5, so AP depends on the class balance and AUC does not.
#
# Why does the order of ties matter here? A model that gives every item the same score gets an AP that depends on the
# order of the input. Group tied items at one threshold to avoid that, as scikit-learn does.
