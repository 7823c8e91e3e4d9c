# mistake: nats
import torch


def entropy(y):
    shares = y.unique(return_counts=True)[1] / len(y)
    return torch.distributions.Categorical(probs=shares).entropy() if len(y) else 0.0
