# WRONG: starts from the conditional prediction; witness: classifier_free_guidance(np.array([1.0]), np.array([2.0]), 3.0)
def classifier_free_guidance(eps_uncond, eps_cond, scale):
    return eps_cond + scale * (eps_uncond - eps_cond)
