# mistake: stopped_by_the_change
import torch


def value_iteration(P, R, gamma):
    V = torch.zeros(len(R), dtype=torch.float64)
    while True:
        Q = R + gamma * torch.einsum("sap,p->sa", P.double(), V)
        new_V = Q.max(dim=1).values
        if torch.allclose(new_V, V, rtol=0, atol=1e-8):
            break
        V = new_V
    best = Q.max(dim=1, keepdim=True).values
    return new_V, (Q >= best - 1e-6).int().argmax(dim=1)
