"""k folds from one permutation, cut in k nearly equal pieces.

The permutation is drawn once, before any fold is made: shuffling again for each fold would let a row be
validated on twice and another never. np.array_split gives the first n mod k pieces one row more, which is
what "sizes differ by at most 1" asks for. The usual slip is n // k rows each, with the remainder left over or
added to the last fold.

O(n k) time and memory, as the training indices are written out for every fold.
"""

import numpy as np


def k_fold(n, k, rng):
    """A list of k pairs (train_idx, val_idx). Raises ValueError unless 2 <= k <= n."""
    if not 2 <= k <= n:
        raise ValueError(f"k must lie in 2 .. {n}, not {k}")
    folds = np.array_split(rng.permutation(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]


# What an interviewer asks next
#
# Which k? Five or ten. A larger k trains on more data, so it is less pessimistic, but costs k fits; k = n
# (leave one out) fits n times, and its training sets are almost the same, so the errors averaged are
# correlated.
#
# How are the settings chosen and the result still honest? With nested folds: the inner ones choose, the outer
# ones measure. The best inner score alone is biased upwards.
#
# When must folds not be drawn row by row? When rows belong to groups (a group goes into one fold as a whole),
# when classes are rare (stratify), and when time matters (train on the past, validate on what follows).
