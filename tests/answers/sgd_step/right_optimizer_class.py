import numpy as np


class SGD:
    def __init__(self, params, lr):
        self.params = [np.array(p, dtype=np.float64) for p in params]
        self.lr = lr

    def step(self, grads):
        for p, g in zip(self.params, grads):
            p -= self.lr * g
        return self.params


def sgd_step(w, grad, lr):
    return SGD([w], lr).step([grad])[0]
