import numpy as np


def lerp(a, b, w):
    return a * (1.0 - w) + b * w


def classifier_free_guidance(eps_uncond, eps_cond, scale):
    return lerp(eps_uncond, eps_cond, float(scale))
