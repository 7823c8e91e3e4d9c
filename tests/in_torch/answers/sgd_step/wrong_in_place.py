# mistake: in_place
import torch


def sgd_step(w, grad, lr):
    with torch.no_grad():
        return w.sub_(grad, alpha=lr)
