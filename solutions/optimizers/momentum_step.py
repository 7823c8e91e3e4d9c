"""Momentum: gradients add up to a velocity, and the weights follow the velocity.

Along a steady slope the velocity grows to grad / (1 - beta), ten gradients for beta = 0.9; across a ravine the
signs alternate and cancel. The full gradient is added, as in PyTorch. With a factor of 1 - beta the velocity
would be an average, and the same learning rate would move the weights a tenth as far.

O(size of w) time and memory.
"""


def momentum_step(w, grad, v, lr, beta=0.9):
    """(w, v) after one step; the new velocity is used at once."""
    v = beta * v + grad
    return w - lr * v, v


# What an interviewer asks next
#
# When beta goes from 0.9 to 0.99, what must happen to lr? It has to fall about tenfold, since a steady
# gradient now counts 100-fold instead of 10-fold.
#
# What is Nesterov's variant? The gradient is taken where the velocity is about to take the weights, not where
# they are; in code the step is often written as lr * (grad + beta * v), with the new v.
#
# How much memory does it cost? One more array of the weights' size. Adam costs two.
