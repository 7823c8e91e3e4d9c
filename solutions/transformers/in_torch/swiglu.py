import torch


def swiglu(x, W_gate, W_up, W_down):
    """A feed-forward layer gated by SiLU, for each token."""
    gate = x @ W_gate
    # torch.sigmoid does not overflow for large negative entries.
    return (gate * torch.sigmoid(gate) * (x @ W_up)) @ W_down
