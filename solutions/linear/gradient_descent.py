"""Gradient descent that keeps its path.

Each step computes a new row from the one before it, so nothing is updated in place: with `w -= ...` the start
would change under the caller's hands, and a list of references to one array would hold the last point n
times.

O(n_steps) calls of grad, O(n_steps d) memory for the path.
"""

import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    """The path (n_steps + 1, d) of w <- w - lr * grad(w), from w0 on."""
    path = [w0]
    for _ in range(n_steps):
        w = path[-1]
        path.append(w - lr * grad(w))
    return np.stack(path)


# What an interviewer asks next
#
# How is lr chosen? For a function whose gradient has the Lipschitz constant M, 1 / M always descends and
# anything from 2 / M on may diverge. In practice: try powers of ten, watch the loss, decay over time.
#
# When does it fail to find the minimum? It stops wherever the gradient vanishes, at a local minimum or,
# though rarely in high dimensions with noise, at a saddle point; and along a narrow valley it zigzags.
# Momentum damps the zigzag.
#
# Why not use second derivatives? Newton's method needs far fewer steps, but each costs O(d³) and O(d²)
# memory.
