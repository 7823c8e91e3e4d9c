import torch


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    """Average the cross-entropy of labels 0 and 1, with probabilities clipped to [eps, 1 - eps]."""
    # In float32, 1 - 1e-12 is 1.
    p = y_prob.double().clamp(eps, 1 - eps)
    return -(y_true * p.log() + (1 - y_true) * (1 - p).log()).mean()
