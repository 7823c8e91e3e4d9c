"""Confusion matrix by counting pairs.

A pair (a, b) becomes the single number a · C + b, its position in the flattened matrix, and bincount counts
numbers. The labels are widened first, since a · C may not fit into 8 bits. Note that counts[y_true, y_pred] +=
1 would not do: a cell named twice in one indexed assignment is written once.

O(n + C²) time.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    """Counts (n_classes, n_classes): rows are true labels, columns predicted ones."""
    codes = y_true.astype(np.int64) * n_classes + y_pred
    return np.bincount(codes, minlength=n_classes**2).reshape(n_classes, n_classes)


# What an interviewer asks next
#
# How do you read recall and precision off it? The diagonal over the row sums, and over the column sums.
#
# What is the other way to count in place? np.add.at(counts, (y_true, y_pred), 1), which does add repeatedly.
#
# What if there are many classes? Keep the pairs in a dictionary or a sparse matrix: C² cells may be mostly
# zeros.
