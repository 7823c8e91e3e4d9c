# mistake: nats
import torch


def entropy(y):
    shares = y.unique(return_counts=True)[1] / len(y)
    return -(shares * shares.log()).sum()
