import torch
import torch.nn.functional as F


def linear_attention(Q, K, V):
    q, k = F.elu(Q) + 1, F.elu(K) + 1
    S = torch.zeros(Q.shape[1], V.shape[1])
    z = torch.zeros(Q.shape[1])
    out = []
    for t in range(len(Q)):
        S = S + torch.outer(k[t], V[t])
        z = z + k[t]
        out.append(q[t] @ S / (q[t] @ z))
    return torch.stack(out)
