# mistake: logarithm_of_softmax
import torch


def log_softmax(x, axis=-1):
    exps = (x - x.amax(dim=axis, keepdim=True)).exp()
    return (exps / exps.sum(dim=axis, keepdim=True)).log()
