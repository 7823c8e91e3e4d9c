"""The distillation loss

A small student learns from the probabilities of a large teacher. Dividing the
logits of both by a temperature T softens the distributions, so that the
student sees which wrong classes the teacher finds likely. With p the softened
probabilities of the teacher and q those of the student:

    p    = softmax(teacher / T),  q = softmax(student / T),  row by row
    loss = T² · mean over the batch of Σ_c p_c · log(p_c / q_c)

with the natural logarithm.

student      (n, C) logits
teacher      (n, C) logits
temperature  T, above 0; 2 by default
returns      a number

    >>> student = np.array([[0.0, 0.0]])
    >>> teacher = np.array([[0.0, np.log(9.0)]])  # p is 1/4, 3/4 at T = 2
    >>> round(float(distillation_loss(student, teacher)), 6)
    0.523248

That is 4 · (1/4 · log(1/2) + 3/4 · log(3/2)).

Edge cases
- any temperature: T may be below 1, where it sharpens
- single ones: one sample or one class
- large logits: exact up to ±1e4, without NaN and without a warning, also
  where a softened probability is 0
- rows far apart: one row may be thousands below another
"""

import numpy as np


def distillation_loss(student, teacher, temperature=2.0):
    raise NotImplementedError
