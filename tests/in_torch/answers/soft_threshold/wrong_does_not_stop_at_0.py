# mistake: overshoots
import torch


def soft_threshold(x, t):
    return x - t * x.sign()
