"""Expected calibration error

A model is calibrated if, among the predictions it makes with confidence 0.8,
80% are right. Sort the predictions into bins by confidence, and compare the
mean confidence of each bin with its accuracy:

    ECE = Σ over the bins of (samples in the bin / n)
          · |accuracy of the bin − mean confidence of the bin|

The n_bins bins have equal width. Bin b, for b = 0 … n_bins − 1, holds the
confidences c with b / n_bins < c <= (b + 1) / n_bins.

confidence  (n,) numbers from 0 to 1, n >= 1
correct     (n,) integers 0 or 1, or booleans: was the prediction right?
n_bins      an integer, 1 or more
returns     a number

    >>> confidence = np.array([0.9, 0.8, 0.3, 0.2])
    >>> correct = np.array([1, 0, 0, 1])
    >>> round(float(calibration_error(confidence, correct, 2)), 6)
    0.3

The upper bin has the accuracy 0.5 and the mean confidence 0.85, the lower
one 0.5 and 0.25. Each holds half of the samples.

Edge cases
- one sample: n = 1
- empty bins: a bin without samples adds nothing
- edges: a confidence on the edge between two bins belongs to the lower one;
  this is tried where n_bins is a power of 2
- zero: a confidence of 0 belongs to the first bin
- one bin: n_bins = 1
- booleans: correct may hold True and False
"""

import numpy as np


def calibration_error(confidence, correct, n_bins):
    raise NotImplementedError
