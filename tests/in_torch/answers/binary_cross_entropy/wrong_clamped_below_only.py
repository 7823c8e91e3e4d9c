# mistake: one_side_guarded
import torch


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = y_prob.clamp(min=eps)
    return -(y_true * p.log() + (1 - y_true) * (1 - p).log()).mean()
