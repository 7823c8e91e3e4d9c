"""Precision, recall and F1

For a binary classifier with 1 as the positive class:

    precision = TP / (TP + FP)    of those predicted positive, the share that
                                  really is positive
    recall    = TP / (TP + FN)    of the positives, the share that was found
    F1        = 2 precision recall / (precision + recall)

y_true   (n,) integers 0 or 1, at least one
y_pred   (n,) integers 0 or 1
returns  (precision, recall, f1)

    >>> y_true = np.array([1, 1, 1, 1, 0, 0])
    >>> y_pred = np.array([1, 1, 0, 0, 1, 0])
    >>> print("{:.4f} {:.4f} {:.4f}".format(
    ...     *precision_recall_f1(y_true, y_pred)))
    0.6667 0.5000 0.5714

Edge cases
- no hits: if TP is 0, F1 is 0
- nothing predicted: if no sample is predicted positive, precision is 0
- no positives: if y_true has no positive, recall is 0
- integer dtypes: labels may have any integer dtype, such as int8, also
  where there are more than 127 hits
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    raise NotImplementedError
