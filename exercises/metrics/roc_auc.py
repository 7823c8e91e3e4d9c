"""Area under the ROC curve

The ROC curve plots the true positive rate against the false positive rate as the threshold on the scores
falls. The area under it is a chance: that of a random positive having a higher score than a random negative.

    AUC = (pairs with score_pos > score_neg + half the pairs with score_pos = score_neg) / (P N)

y_true   (n,) integers 0 or 1; P of them are 1 and N are 0
scores   (n,) numbers, higher meaning "more likely positive"; any range, ties may occur
returns  a number in [0, 1]

    >>> y_true = np.array([0, 1, 0, 1])
    >>> float(roc_auc(y_true, np.array([0.1, 0.4, 0.4, 0.8])))
    0.875

Edge cases: if all labels are the same, raise ValueError. 20,000 samples must take less than 5 s.
"""

import numpy as np


def roc_auc(y_true, scores):
    raise NotImplementedError
