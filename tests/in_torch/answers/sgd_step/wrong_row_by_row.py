# kind: crashed
import torch
import torch


def sgd_step(w, grad, lr):
    return torch.stack([weight - lr * slope for weight, slope in zip(w, grad)])
