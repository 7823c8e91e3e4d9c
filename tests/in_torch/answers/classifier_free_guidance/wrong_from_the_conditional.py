# mistake: from_the_conditional
import torch


def classifier_free_guidance(eps_uncond, eps_cond, scale):
    """The unconditional prediction, moved toward the conditional one and beyond."""
    return eps_cond + scale * (eps_cond - eps_uncond)
