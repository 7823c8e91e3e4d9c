# mistake: overflows_above
import torch


def sigmoid(z):
    exps = torch.exp(torch.as_tensor(z))
    return exps / (1 + exps)
