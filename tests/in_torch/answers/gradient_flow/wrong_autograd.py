# kind: calls
import torch


def gradient_flow(weights, x):
    a = x.detach().requires_grad_()
    inputs = []
    for W in weights:
        inputs.append(a)
        a = torch.tanh(a @ W)
    grads = torch.autograd.grad(a.sum(), inputs)
    return torch.stack([grad.norm() for grad in grads])
