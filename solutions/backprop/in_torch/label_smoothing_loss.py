import torch


def label_smoothing_loss(logits, labels, smoothing=0.1):
    """The mean cross-entropy of the logits against smoothed labels."""
    log_p = torch.log_softmax(logits, dim=1)
    of_labels = log_p.gather(1, labels[:, None])
    # The loss is linear in the target, so the smoothed target need not be built.
    return -((1 - smoothing) * of_labels.mean() + smoothing * log_p.mean())
