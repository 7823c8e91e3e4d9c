import torch


def clip_grad_norm(grads, max_norm):
    """Scale all gradients together if their norm is too large."""
    norm = torch.sqrt(sum(grad.square().sum() for grad in grads))
    scale = max_norm / max(norm, max_norm)
    return [grad * scale for grad in grads], norm
