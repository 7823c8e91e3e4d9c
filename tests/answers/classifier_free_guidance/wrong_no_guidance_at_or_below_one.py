# WRONG: skips guidance unless scale > 1; witness: classifier_free_guidance(np.array([1.0]), np.array([2.0]), 0.0)
def classifier_free_guidance(eps_uncond, eps_cond, scale):
    do_guidance = scale > 1.0
    if not do_guidance:
        return eps_cond
    return eps_uncond + scale * (eps_cond - eps_uncond)
