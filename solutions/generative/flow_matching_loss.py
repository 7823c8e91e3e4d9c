"""Flow matching on straight lines: interpolate, and regress on the constant velocity of each line.

Each pair of noise and data defines one line, x_t = x0 + t (x1 - x0), whose derivative by t is x1 - x0 at every t. Many
lines cross at the same point, and the squared error makes the model learn the mean of their velocities there. That mean
field is what moves the whole distribution from noise to data. t gets trailing axes of length 1, so that it multiplies
along the batch axis.

O(size of x0) time and memory beside the model.
"""

import numpy as np


def flow_matching_loss(model, x0, x1, t):
    """The mean squared error between model(x_t, t) and the velocity x1 - x0."""
    weights = t.reshape(len(t), *[1] * (x0.ndim - 1))  # (B, 1, ..., 1)
    x_t = (1 - weights) * x0 + weights * x1
    return np.mean((model(x_t, t) - (x1 - x0)) ** 2)


# What an interviewer asks next
#
# How do you sample with the trained model? Draw x0 from the normal distribution and integrate dx/dt = model(x, t) from
# t = 0 to 1, with Euler steps x + dt · model(x, t) or a better solver. 20 to 50 steps usually give good samples.
#
# The lines are straight. Why is one Euler step not enough? The model predicts the mean velocity of all lines through
# x_t, and the paths of this mean field are curved. Reflow trains again on pairs of a start and its own end, which
# straightens the paths.
#
# How does it differ from diffusion? Mostly in the path and the target: data and noise have the weights t and 1 - t in
# place of √ᾱ and √(1 - ᾱ), and a velocity takes the place of noise. From either prediction and x_t the other one
# follows.
#
# Must t be uniform? No. Any density that covers 0 to 1 gives the same best model, but it weighs the times. Middle
# times are the hard ones, so some image models draw t from a logit-normal distribution.
