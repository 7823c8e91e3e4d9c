# mistake: zero_times_infinity
import torch


def alibi_bias(n_heads, T):
    slopes = 2.0 ** (-8 * torch.arange(1, n_heads + 1) / n_heads)
    distance = torch.arange(T)[:, None] - torch.arange(T)
    future = torch.triu(torch.ones(T, T), diagonal=1)
    return -slopes.view(-1, 1, 1) * distance + future * float("-inf")
