# mistake: zero_times_infinity
import torch


def entropy(y):
    shares = y.bincount() / len(y)
    return -(shares * shares.log2()).sum()
