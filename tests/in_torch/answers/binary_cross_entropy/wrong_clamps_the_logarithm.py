# mistake: logarithm_limited
import torch


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    log_p, log_q = y_prob.log().clamp(min=-100), (1 - y_prob).log().clamp(min=-100)
    return -(y_true * log_p + (1 - y_true) * log_q).mean()
