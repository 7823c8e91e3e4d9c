# WRONG: adds into the caller's array; witness: (lambda e: (classifier_free_guidance(e, np.array([2.0]), 2.0), e))(np.array([1.0]))
def classifier_free_guidance(eps_uncond, eps_cond, scale):
    eps_uncond += scale * (eps_cond - eps_uncond)
    return eps_uncond
