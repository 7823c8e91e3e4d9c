# kind: memory
import torch


def linear_attention(Q, K, V):
    Q, K = (torch.where(x > 0, x + 1, x.clamp(max=0).exp()) for x in (Q, K))
    places = torch.arange(len(Q))

    def one(q, at):
        weights = torch.where(places <= at, K @ q, 0.0)
        return weights @ V / weights.sum()

    return torch.vmap(one)(Q, places)
