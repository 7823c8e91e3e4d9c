import torch


def grpo_loss(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    """Group-relative advantages, clipped, with a penalty on the divergence."""
    counted = mask > 0
    A = ((rewards - rewards.mean()) / (rewards.std(correction=0) + 1e-8))[:, None]
    ratio = torch.where(counted, logp - old_logp, 0.0).exp()
    d = torch.where(counted, ref_logp - logp, 0.0)
    losses = beta * (d.exp() - d - 1) - torch.minimum(ratio * A, ratio.clamp(1 - clip, 1 + clip) * A)
    return (torch.where(counted, losses, 0.0).sum(dim=1) / counted.sum(dim=1)).mean()
