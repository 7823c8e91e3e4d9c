import numpy as np


class RMSprop:
    def __init__(self, lr, alpha, eps):
        self.lr, self.alpha, self.eps = lr, alpha, eps

    def __call__(self, p, g, square_avg):
        square_avg = np.array(square_avg, dtype=float)
        square_avg *= self.alpha
        square_avg += (1 - self.alpha) * np.square(g)
        avg = np.sqrt(square_avg)
        avg += self.eps
        return p - self.lr * np.divide(g, avg), square_avg


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    return RMSprop(lr, alpha, eps)(w, grad, v)
