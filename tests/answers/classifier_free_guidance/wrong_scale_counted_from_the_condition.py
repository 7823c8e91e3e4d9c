# WRONG: (1 + w) cond - w uncond, where w = 0 is plain conditioning; witness: classifier_free_guidance(np.array([1.0]), np.array([2.0]), 1.0)
def classifier_free_guidance(eps_uncond, eps_cond, scale):
    return (1 + scale) * eps_cond - scale * eps_uncond
