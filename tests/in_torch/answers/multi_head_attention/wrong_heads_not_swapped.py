# mistake: heads_not_swapped
import torch
def multi_head_attention(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    B, T, D = x.shape
    if D % n_heads:
        raise ValueError("D")
    q, k, v = ((x @ W).view(B, T, n_heads, -1) for W in (W_q, W_k, W_v))
    s = q @ k.transpose(-2, -1) / (D // n_heads) ** 0.5
    if mask is not None:
        s = s.masked_fill(mask.bool(), -torch.inf)
    return (s.softmax(-1) @ v).reshape(B, T, D) @ W_o
