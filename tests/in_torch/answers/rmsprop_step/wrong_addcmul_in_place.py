# mistake: in_place
import torch


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v.mul_(alpha).addcmul_(grad, grad, value=1 - alpha)
    return w.addcdiv(grad, v.sqrt().add_(eps), value=-lr), v
