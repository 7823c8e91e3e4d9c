import math

import torch


def attention_backward(dout, Q, K, V):
    """The gradients with respect to Q, K and V."""
    scale = 1 / math.sqrt(Q.shape[-1])
    A = torch.softmax(Q @ K.mT * scale, dim=-1)

    dV = A.mT @ dout  # mT swaps the last two dims
    dA = dout @ V.mT
    dS = A * (dA - (dA * A).sum(dim=-1, keepdim=True)) * scale
    return dS @ K, dS.mT @ Q, dV
