import torch


def perplexity(logits, targets):
    """The exponential of the mean negative log-likelihood of the targets."""
    log_probs = logits.log_softmax(dim=1)
    # gather needs int64 indices; targets may be int8, for instance.
    nll = -log_probs.gather(1, targets.long().unsqueeze(1))
    return nll.mean().exp()
