"""Backpropagation through time: the chain rule on the unrolled network, from the last step to the first.

State t acts on the loss directly and through state t + 1. Going backward, the second part is known when it is needed,
and one array carries it. All steps share the weights, so their gradients add up over the steps. Nothing waits for these
sums, so they are taken after the loop, over samples and steps at once.

O(B · T · (D · H + H²)) time, O(B · T · H) memory, because all states are kept.
"""

import numpy as np


def rnn_backward(dh, x, h0, W_x, W_h, b):
    """The gradients with respect to x, h0, W_x, W_h and b."""
    h = [h0]
    for t in range(x.shape[1]):
        h.append(np.tanh(x[:, t] @ W_x + h[-1] @ W_h + b))
    h = np.stack(h, axis=1)  # (B, T + 1, H), h0 included

    dz = np.empty(dh.shape)
    flow = np.zeros(h0.shape)  # what comes back from the later steps
    for t in reversed(range(x.shape[1])):
        dz[:, t] = (dh[:, t] + flow) * (1 - h[:, t + 1] ** 2)
        flow = dz[:, t] @ W_h.T

    dW_x = np.einsum("btd,bth->dh", x, dz)
    dW_h = np.einsum("bti,bth->ih", h[:, :-1], dz)
    return dz @ W_x.T, flow, dW_x, dW_h, dz.sum(axis=(0, 1))


# What an interviewer asks next
#
# What is truncated backpropagation through time? Cut the sequence into chunks of k steps, carry the state forward from
# chunk to chunk, but stop the gradient at the border. Memory is then O(k), and dependencies longer than k steps are
# not learned.
#
# When does the gradient vanish? The gradient of h_t with respect to h_s is a product of t − s factors, each a
# diagonal of slopes 1 − h² times W_hᵀ. If the largest singular value of W_h is below 1, the product shrinks
# exponentially.
#
# Does clipping the gradient help against vanishing? No, only against exploding: it limits a large norm and cannot bring
# back a small one. Gates help, because they give the state an additive path.
#
# How do you save memory? Keep only every √T-th state and compute the others again from there in the backward pass:
# O(√T) states at the cost of one more forward pass.
