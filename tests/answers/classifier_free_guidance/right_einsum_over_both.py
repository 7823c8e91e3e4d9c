import numpy as np


def classifier_free_guidance(eps_uncond, eps_cond, scale):
    both = np.stack([np.ravel(eps_uncond), np.ravel(eps_cond)])
    return np.einsum("k,kn->n", np.array([1 - scale, scale], dtype=float), both).reshape(np.shape(eps_cond))
