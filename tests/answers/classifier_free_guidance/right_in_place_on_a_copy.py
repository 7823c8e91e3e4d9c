import numpy as np


def classifier_free_guidance(eps_uncond, eps_cond, scale):
    out = np.array(eps_cond, dtype=np.float64)
    out -= eps_uncond
    out *= scale
    out += eps_uncond
    return out
