"""One-hot rows picked from an identity matrix, once the labels are known to be in range.

Row k of the identity is the code of class k, so indexing it with the labels does the whole work. The check
comes first because NumPy would take a negative label as an index from the end, and silently return a wrong
row. The largest label becomes a Python int before 1 is added: in uint8, 255 + 1 would be 0.

O(n C + C squared) time and memory for n labels of C classes.
"""

import numpy as np


def one_hot(labels, n_classes=None):
    """(n, n_classes) floats with a 1 in each row's label's column. Raises ValueError for an invalid label."""
    if n_classes is None:
        n_classes = int(np.max(labels)) + 1  # not the number of distinct labels: a class may be absent
    if np.min(labels) < 0 or np.max(labels) >= n_classes:
        raise ValueError(f"labels must lie in 0 .. {n_classes - 1}")
    return np.eye(n_classes)[labels]


# What an interviewer asks next
#
# Why not np.unique to count the classes? It counts those that occur. A batch without class 1 would get too
# few columns, and a different width from the next batch.
#
# What if there are a million classes? Then neither the identity nor the result should exist: keep the
# integers, let the loss pick the entry of the label, and look embeddings up by row. One-hot times a matrix is
# that lookup.
#
# Why drop a column in linear regression? With an intercept the columns sum to it, so the design matrix is
# singular (the dummy variable trap). With regularization or in a network it does no harm.
