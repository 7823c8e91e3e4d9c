"""Binary cross-entropy from logits, through softplus.

-log(sigmoid(z)) = log(1 + exp(-z)) and -log(1 - sigmoid(z)) = log(1 + exp(z)), the softplus of -z and of z.
They differ by exactly z, so the loss is softplus(z) - y z. np.logaddexp(0, z) is log(exp(0) + exp(z))
computed as max(0, z) + log1p(exp(-|z|)), which neither overflows nor loses small values.

O(n) time and memory.
"""

import numpy as np


def bce_with_logits(y_true, logits):
    """The mean of softplus(z) - y z: binary cross-entropy of sigmoid(z), exact for any z."""
    return np.mean(np.logaddexp(0.0, logits) - y_true * logits)


# What an interviewer asks next
#
# What is the gradient with respect to a logit? sigmoid(z) - y, divided by n for the mean. It never exceeds 1,
# however wrong the logit, and does not vanish for a confident miss.
#
# How would you write it without logaddexp? max(z, 0) - y z + log1p(exp(-|z|)): the exponent is never
# positive, and log1p keeps exp(-40), which 1 + exp(-40) rounds away.
#
# And positives that are rare? Weigh their term: w y softplus(-z) + (1 - y) softplus(z), with w for instance
# the ratio of negatives to positives. The predicted probabilities are then no longer calibrated.
