"""Gradient descent that keeps its path.

Each step computes a new point from the one before it, so nothing is updated in place. With `w -= ...` the caller's
start would change, and a list that holds one array n times would show the last point n times.

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
# How is lr chosen? For a function whose gradient has the Lipschitz constant M, 1 / M always descends, and from 2 / M on
# it may diverge. In practice: try powers of ten, watch the loss, and decay the rate over time.
#
# When does it fail to find the minimum? It stops wherever the gradient vanishes: at a local minimum, or at a saddle
# point, from which noise usually carries it away. Along a narrow valley it zigzags, which momentum damps.
#
# Why not use second derivatives? Newton's method needs far fewer steps, but each takes O(d³) time and O(d²) memory.
