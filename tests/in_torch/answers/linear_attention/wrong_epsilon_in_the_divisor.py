# mistake: epsilon_added
import torch


def linear_attention(Q, K, V):
    """Causal attention with the feature map ELU + 1, in time linear in T."""
    q, k = feature_map(Q), feature_map(K)
    states = (k.unsqueeze(2) * V.unsqueeze(1)).cumsum(dim=0)  # (T, d, d_v)
    numerator = torch.einsum("td,tde->te", q, states)
    denominator = (q * k.cumsum(dim=0)).sum(dim=1, keepdim=True)
    return numerator / (denominator + 1e-6)


def feature_map(x):
    # F.elu(x) + 1 loses the digits of exp(x) for very negative x.
    return torch.where(x > 0, x + 1, x.clamp(max=0).exp())
