import functools
import operator
import numpy as np


def _power(b, t):
    return functools.reduce(operator.mul, [b] * int(t), 1.0)


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    # torch idiom: mul_, add_, addcdiv_ on copies
    exp_avg = np.array(m, dtype=float)
    exp_avg_sq = np.array(v, dtype=float)
    exp_avg *= beta1
    exp_avg += (1 - beta1) * np.asarray(grad)
    exp_avg_sq *= beta2
    exp_avg_sq += (1 - beta2) * np.asarray(grad) * np.asarray(grad)
    bias1, bias2 = 1 - _power(beta1, t), 1 - _power(beta2, t)
    denom = np.sqrt(exp_avg_sq) / np.sqrt(bias2) + eps
    p = np.array(w, dtype=float)
    p += -(lr / bias1) * (exp_avg / denom)
    return p, exp_avg, exp_avg_sq
