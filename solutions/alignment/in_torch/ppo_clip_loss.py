import torch


def ppo_clip_loss(logp, old_logp, advantages, mask, clip=0.2):
    """The clipped surrogate, averaged over the tokens that count."""
    counted = mask.bool()
    A = advantages[counted]
    ratio = (logp[counted] - old_logp[counted]).exp()
    return -torch.minimum(ratio * A, ratio.clamp(1 - clip, 1 + clip) * A).mean()
