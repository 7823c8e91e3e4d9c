"""Gradient descent, one step, out of place.

The gradient points where the loss grows fastest, so the step goes against it. An expression makes a new
array; `w -= ...` would write into the caller's.

O(size of w) time and memory.
"""


def sgd_step(w, grad, lr):
    """w - lr * grad, a new array."""
    return w - lr * grad


# What an interviewer asks next
#
# What happens when lr is too large? On a quadratic bowl of curvature c each step multiplies the error by 1 -
# lr c: above lr = 2 / c it grows, and the steepest direction decides.
#
# What is stochastic about it? The gradient comes from a batch drawn at random: right on average, noisy, and
# far cheaper than the whole data set's.
#
# Do frameworks update in place? Yes, to save memory; a framework owns the weights. A function should not do that
# without saying so.
