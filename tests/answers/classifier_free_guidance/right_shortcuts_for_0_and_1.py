import numpy as np

def classifier_free_guidance(eps_uncond, eps_cond, scale):
    if scale == 1: return eps_cond
    if scale == 0: return eps_uncond
    return np.add(eps_uncond, np.multiply(scale, np.subtract(eps_cond, eps_uncond)))
