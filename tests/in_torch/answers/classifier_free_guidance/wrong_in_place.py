# mistake: in_place
import torch


def classifier_free_guidance(eps_uncond, eps_cond, scale):
    return eps_uncond.lerp_(eps_cond, scale)
