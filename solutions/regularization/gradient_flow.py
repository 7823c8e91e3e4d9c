"""Backpropagation through tanh layers, noting the gradient's norm on the way.

Forward, keep each layer's output: tanh' = 1 - tanh^2, so the output is all that the backward pass needs.
Backward, one layer does two things to the gradient: multiplies it by the slope of tanh, entry by entry, and
takes it through W, by a product with W transposed. Repeated L times, a typical factor below 1 makes it
vanish, one above 1 makes it explode.

O(L * n * d^2) time, O(L * n * d) memory for the kept outputs.
"""

import numpy as np


def gradient_flow(weights, x):
    """Norms (L,) of the gradient of the summed output with respect to each layer's input."""
    outputs, a = [], x
    for W in weights:
        a = np.tanh(a @ W)
        outputs.append(a)
    grad = np.ones_like(a)  # of the sum with respect to the last output
    norms = []
    for W, a in zip(reversed(weights), reversed(outputs), strict=True):
        grad = grad * (1 - a**2) @ W.T  # (n, d), now with respect to the layer's input
        norms.append(np.linalg.norm(grad))
    return np.array(norms[::-1])


# What an interviewer asks next
#
# How large should the weights be? With normal weights of variance 1 / d a product with W keeps the norm on
# average; that is Xavier's rule for square layers. tanh only shrinks the gradient further, the more it
# saturates.
#
# Why does a residual connection help? a + f(a) has the Jacobian I + J_f, so the product over layers
# contains the identity: there is a path along which nothing is multiplied at all.
#
# How do recurrent networks make it worse? They multiply by the same W at every step. Where tanh is not saturated,
# the size of its largest eigenvalue decides, exponentially in the length. Gates (LSTM, GRU) and clipping are the
# answers.
#
# Does batch or layer normalization cure it? It keeps activations out of saturation and makes the forward scale
# independent of the weights' scale, which helps against both, but it does not guarantee anything.
