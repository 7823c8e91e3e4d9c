"""One entry from each row, by fancy indexing with two index arrays.

Index arrays are paired entry by entry, like zip: rows 0, 1, 2, ... with the labels. `probs[:, labels]` does
something else: a slice is not paired, so every row is asked for all the labels, which gives (n, n).

O(n) time and memory, whatever C is.
"""

import numpy as np


def gather_labels(probs, labels):
    """(n,) probabilities: probs[i, labels[i]]."""
    return probs[np.arange(len(labels)), labels]


# What an interviewer asks next
#
# What if there are more leading axes, as in (B, T, V) with (B, T) tokens? Use np.take_along_axis(probs,
# labels[..., None], axis=-1)[..., 0].
#
# How do you get the loss from it? Average -np.log of this. In practice the rows are log-probabilities
# already, so that nothing underflows.
#
# Is multiplying by a one-hot matrix the same? Yes, (probs * one_hot).sum(axis=1), but it takes O(n C)
# and needs the matrix.
