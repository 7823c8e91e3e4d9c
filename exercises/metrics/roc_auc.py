"""Area under the ROC curve

The ROC curve plots the true positive rate against the false positive rate as
the threshold on the scores falls. The area under it is a probability: that a
random positive has a higher score than a random negative.

    AUC = (pairs with score_pos > score_neg
           + half the pairs with score_pos = score_neg) / (P N)

y_true   (n,) integers 0 or 1; P of them are 1 and N are 0
scores   (n,) floats; a higher score means "more likely positive"
returns  a number between 0 and 1

    >>> y_true = np.array([0, 1, 0, 1])
    >>> float(roc_auc(y_true, np.array([0.1, 0.4, 0.4, 0.8])))
    0.875

Edge cases
- ties: each pair of equal scores counts half, in any order of the samples
- any scores: scores may be negative or above 1; they are not probabilities
- close scores: only exactly equal scores tie
- integer dtypes: y_true may have any integer dtype, such as uint8
- many samples: 200,000 samples take less than 5 s; comparing every positive
  with every negative is too slow, so sort the scores
- one class: if all labels are the same, raise ValueError
"""

import numpy as np


def roc_auc(y_true, scores):
    raise NotImplementedError
