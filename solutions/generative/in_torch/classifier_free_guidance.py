import torch


def classifier_free_guidance(eps_uncond, eps_cond, scale):
    """The unconditional prediction, moved toward the conditional one and beyond."""
    # The same as torch.lerp(eps_uncond, eps_cond, scale), which also extrapolates.
    return eps_uncond + scale * (eps_cond - eps_uncond)
