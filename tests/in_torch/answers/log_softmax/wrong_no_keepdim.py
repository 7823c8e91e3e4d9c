# says: If a sum, mean or maximum has lost its axis, pass keepdim=True
import torch


def log_softmax(x, axis=-1):
    shifted = x - x.amax(dim=axis, keepdim=True)
    return shifted - shifted.exp().sum(dim=axis).log()
