import numpy as np


class AdamW:
    def __init__(self, lr, betas, eps, weight_decay):
        self.lr, self.betas, self.eps, self.weight_decay = lr, betas, eps, weight_decay

    def step(self, p, g, exp_avg, exp_avg_sq, step):
        b1, b2 = self.betas
        p = p * (1.0 - self.lr * self.weight_decay)
        exp_avg = b1 * exp_avg + (1.0 - b1) * g
        exp_avg_sq = b2 * exp_avg_sq + (1.0 - b2) * np.square(g)
        bc1, bc2 = 1.0 - b1**step, 1.0 - b2**step
        denom = np.sqrt(exp_avg_sq) / bc2**0.5 + self.eps
        return p - (self.lr / bc1) * exp_avg / denom, exp_avg, exp_avg_sq


def adamw_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return AdamW(lr, (beta1, beta2), eps, weight_decay).step(w, grad, m, v, t)
