import torch


def alibi_bias(n_heads, T):
    """The penalty for distance in each head, with -inf in the future."""
    slopes = 2.0 ** (-8 * torch.arange(1, n_heads + 1) / n_heads)
    positions = torch.arange(T)
    distance = positions[:, None] - positions
    bias = -slopes[:, None, None] * distance
    # Multiplying a mask by -inf would give nan where the mask is 0.
    return bias.masked_fill(distance < 0, -torch.inf)
