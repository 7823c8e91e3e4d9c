# WRONG: rescales the guided prediction to the spread of eps_cond; witness: classifier_free_guidance(np.array([1.0, 0.0]), np.array([2.0, -1.0]), 3.0)
import numpy as np


def classifier_free_guidance(eps_uncond, eps_cond, scale):
    guided = eps_uncond + scale * (eps_cond - eps_uncond)
    std = np.std(guided)
    return guided if std == 0 else guided * (np.std(eps_cond) / std)
