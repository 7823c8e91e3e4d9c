"""Batch normalization at inference: an affine map for each feature, fixed once training is over.

Nothing is computed from x, so each row's output depends on that row alone, and a batch of one is not a special
case.

O(n * d) time and memory.
"""

import numpy as np


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    """Each column by its running statistics, times gamma, plus beta."""
    return gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta


# What an interviewer asks next
#
# Can it be made free? Yes. It is x * s + t with s = gamma / sqrt(running_var + eps) and
# t = beta - running_mean * s, so it folds into the weights and the bias of the linear or convolutional layer
# before it.
#
# A model is good in training mode and bad in evaluation mode. What do you suspect? Running statistics that
# do not fit: too few steps or too small a momentum, tiny batches, or data whose distribution has shifted.
#
# What happens if you forget to switch to evaluation? Predictions change with their neighbors in the batch, and
# the running statistics keep changing.
