"""Cross-entropy of a language model, padding left out

A batch of sequences is padded to one length, and the padded positions have a
label that says: do not count me. Return one mean over all labels of the batch
that count, not a mean per sequence:

    p    = softmax of logits[b, t] over the vocabulary
    loss = mean of −log p[labels[b, t]] over all b, t
           with labels[b, t] ≠ ignore_index

The label at [b, t] belongs to the logits at [b, t]; nothing is shifted.

logits        (B, T, V) raw scores
labels        (B, T) integers: each one is ignore_index or lies in
              0, ..., V - 1
ignore_index  an integer, -100 by default
returns       a number

    >>> even = np.zeros((2, 2, 4))
    >>> even[1, 0] = [np.log(5.0), 0.0, 0.0, 0.0]
    >>> labels = np.array([[3, 1], [0, -100]])
    >>> round(float(masked_cross_entropy(even, labels)), 6)
    1.080864

That is (log 4 + log 4 + log 8/5) / 3.

Edge cases
- any index: ignore_index may be any integer, also one of 0, ..., V - 1; its
  column still counts in the softmax
- all ignored: a batch without a label that counts gives 0
- single ones: one sequence, one position or one token in the vocabulary
- large logits: exact up to ±1e4, without NaN and without a warning
- rows far apart: the logits of one position may be thousands below another's
"""

import numpy as np


def masked_cross_entropy(logits, labels, ignore_index=-100):
    raise NotImplementedError
