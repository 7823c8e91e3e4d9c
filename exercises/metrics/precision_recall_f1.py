"""Precision, recall and F1

For a binary classifier with 1 as the positive class:

    precision = TP / (TP + FP)       of those predicted positive, the share that is
    recall    = TP / (TP + FN)       of the positives, the share that was found
    F1        = 2 precision recall / (precision + recall)

y_true   (n,) integers 0 or 1, at least one
y_pred   (n,) integers 0 or 1
returns  (precision, recall, f1)

    >>> y_true = np.array([1, 1, 1, 1, 0, 0])
    >>> precision, recall, f1 = precision_recall_f1(y_true, np.array([1, 1, 0, 0, 1, 0]))
    >>> print(f"{precision:.4f} {recall:.4f} {f1:.4f}")
    0.6667 0.5000 0.5714

Edge cases: whatever comes out as 0/0 is 0: no positive predictions, no positives, or neither.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    raise NotImplementedError
