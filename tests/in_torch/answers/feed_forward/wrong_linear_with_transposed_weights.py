# kind: crashed
import torch
import torch.nn.functional as F


def feed_forward(x, W1, b1, W2, b2):
    return F.linear(F.relu(F.linear(x, W1, b1)), W2, b2)
