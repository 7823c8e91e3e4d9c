import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    # path = w0 - lr * (cumulative sum of the gradients met so far)
    start = np.asarray(w0, dtype=np.float64)
    total = np.zeros_like(start)
    sums = [total]
    for _ in range(n_steps):
        total = total + grad(start - lr * total)
        sums.append(total)
    return start[None, :] - lr * np.array(sums)
