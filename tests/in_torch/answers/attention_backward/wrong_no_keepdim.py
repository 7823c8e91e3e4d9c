# mistake: sum_without_keepdims
import math

import torch


def attention_backward(dout, Q, K, V):
    scale = 1 / math.sqrt(Q.shape[-1])
    A = torch.softmax(Q @ K.transpose(-2, -1) * scale, dim=-1)
    dV = A.transpose(-2, -1) @ dout
    dA = dout @ V.transpose(-2, -1)
    dS = A * (dA - (dA * A).sum(dim=-1)) * scale
    return dS @ K, dS.transpose(-2, -1) @ Q, dV
