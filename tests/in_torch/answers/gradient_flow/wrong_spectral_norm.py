# mistake: spectral_norm
import torch


def gradient_flow(weights, x):
    outputs, a = [], x
    for W in weights:
        a = torch.tanh(a @ W)
        outputs.append(a)
    grad = torch.ones_like(a)
    norms = []
    for W, a in zip(reversed(weights), reversed(outputs)):
        grad = grad * (1 - a.square()) @ W.T
        norms.append(torch.linalg.matrix_norm(grad, ord=2))
    return torch.stack(norms[::-1])
