import torch


def clip_loss(images, texts, temperature=0.07):
    """The symmetric cross-entropy of matching pairs."""
    images, texts = (x / x.norm(dim=1, keepdim=True) for x in (images, texts))
    logits = images @ texts.T / temperature
    right = logits.diagonal()
    return ((logits.logsumexp(dim=1) - right).mean() + (logits.logsumexp(dim=0) - right).mean()) / 2
