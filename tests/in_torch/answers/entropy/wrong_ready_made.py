# kind: calls
import math

import torch


def entropy(y):
    if not len(y):
        return 0.0
    shares = y.unique(return_counts=True)[1] / len(y)
    return torch.distributions.Categorical(probs=shares).entropy() / math.log(2)
