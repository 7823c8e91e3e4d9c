# mistake: relu_in_place
import torch
import torch.nn.functional as F


def mlp_forward(X, W1, b1, W2, b2):
    z1 = torch.addmm(b1, X, W1)
    a1 = F.relu(z1, inplace=True)
    z2 = torch.addmm(b2, a1, W2)
    return z1, a1, z2, torch.softmax(z2, dim=-1)
