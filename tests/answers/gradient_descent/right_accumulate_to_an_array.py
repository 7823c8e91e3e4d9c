import itertools
import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    walk = itertools.accumulate(range(n_steps), lambda w, _: w - lr * grad(w), initial=np.copy(w0))
    return np.array(list(walk))
