# mistake: in_place
import torch


def adamw_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    w.mul_(1 - lr * weight_decay)
    m = torch.lerp(grad, m, beta1)
    v = torch.lerp(grad.square(), v, beta2)
    denominator = (v / (1 - beta2**t)).sqrt_().add_(eps)
    return w.addcdiv(m, denominator, value=-lr / (1 - beta1**t)), m, v
