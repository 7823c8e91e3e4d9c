"""Classifier-free guidance: extrapolate from the unconditional prediction through the conditional one.

The difference is the direction in which the condition pulls. A scale of 1 goes exactly as far as the conditional
prediction, a larger one goes beyond it. Nothing is drawn and nothing depends on the step.

O(size of eps) time and memory.
"""

import numpy as np


def classifier_free_guidance(eps_uncond, eps_cond, scale):
    """The guided noise eps_uncond + scale * (eps_cond - eps_uncond)."""
    return np.asarray(eps_uncond + scale * (eps_cond - eps_uncond))


# What an interviewer asks next
#
# Which classifier does the name leave out? Older guidance added the gradient of log p(condition | x_t) from a
# classifier trained on noisy samples. By Bayes' rule the difference of the two predictions is that gradient, up to the
# factor -√(1 - ᾱ_t), so the model serves as its own classifier.
#
# What is a negative prompt? The prediction for it takes the place of eps_uncond. So the sample is pushed away from what
# that prompt describes, and toward the other prompt.
#
# Can the doubled cost be avoided? A student can be distilled to predict the guided noise in one call, with the scale as
# an input. Or guidance is used in a part of the steps only, since very noisy and nearly clean samples gain little.
