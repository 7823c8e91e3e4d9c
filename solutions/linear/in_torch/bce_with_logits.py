import torch


def bce_with_logits(y_true, logits):
    """Average the cross-entropy of labels 0 and 1, computed from logits without overflow."""
    # log(1 + exp(z)) - y z, with only negative exponents
    return (logits.clamp(min=0) - y_true * logits + (-logits.abs()).exp().log1p()).mean()
