import numpy as np
from itertools import accumulate
def gradient_descent(grad, w0, lr, n_steps):
    return np.stack(list(accumulate(range(n_steps), lambda w, _: w - lr * grad(w), initial=np.array(w0))))
