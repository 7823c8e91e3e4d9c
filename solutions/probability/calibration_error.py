"""Expected calibration error from three sums per bin.

Rounding confidence · n_bins up puts a value on an edge into the lower bin. A bin's share times the difference of its
means is the difference of its sums over n, so nothing is divided by the size of a bin, which may be 0.

O(n + n_bins) time.
"""

import numpy as np


def calibration_error(confidence, correct, n_bins):
    """The mean gap between accuracy and confidence over equal-width bins, weighted by their sizes."""
    bins = np.maximum(np.ceil(confidence * n_bins).astype(int) - 1, 0)  # (n,); 0 belongs to the first bin
    hits = np.bincount(bins, weights=correct, minlength=n_bins)
    sums = np.bincount(bins, weights=confidence, minlength=n_bins)
    return np.sum(np.abs(hits - sums)) / len(confidence)


# What an interviewer asks next
#
# How do you fix a model that is overconfident? Temperature scaling: divide the logits by one number that is fitted
# on validation data by the log loss. It keeps the order of the classes and so the accuracy. Platt scaling fits a
# slope and an offset, and isotonic regression any monotone curve, which needs more data.
#
# What is wrong with ECE as a metric? It depends on the number of bins, and errors of both signs cancel within a bin.
# A model that always predicts the base rate has an ECE of about 0 and is useless. The Brier score or the log loss
# measure calibration and sharpness together.
#
# Why use bins of equal size instead? Modern networks give nearly all samples a confidence near 1, so most bins of
# equal width are nearly empty and noisy. Quantiles of the confidence as edges give each bin the same number of
# samples.
#
# Are large language models calibrated? Often quite well after pretraining, and worse after tuning on preferences,
# which rewards sounding sure. Measure it on the probability of the chosen answer, or on how often repeated samples
# agree.
