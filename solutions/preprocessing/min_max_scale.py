"""Min-max scaling with a division that happens only where there is a range.

Subtracting the minimum makes the smallest entry of every column 0, and all entries of a constant column: the
difference of equal numbers has no rounding error. What is left is 0 / 0 in such a column, and `where=` skips
it, so its zeros stay. Adding a small eps to the range would avoid the 0 / 0 too, but it shrinks every other
column a little, and a narrow one a lot.

O(n d) time and memory.
"""

import numpy as np


def min_max_scale(X):
    """Each column of X (n, d) mapped linearly to [0, 1]; a constant column becomes 0."""
    shifted = X - np.min(X, axis=0)
    top = np.max(shifted, axis=0)  # (d,) each column's range
    return np.divide(shifted, top, out=np.zeros_like(shifted), where=top > 0)


# What an interviewer asks next
#
# Min-max scaling or standardization? Min-max where bounds matter (pixel values, inputs of a sigmoid), but a
# single outlier squeezes everything else into a corner. Standardization is less sensitive to an outlier and is
# the usual default for linear models, SVMs and PCA. Trees need neither.
#
# What happens to test data? It is scaled with the training set's minimum and maximum, so it may leave [0, 1].
# That is correct; clip only if the model needs it.
