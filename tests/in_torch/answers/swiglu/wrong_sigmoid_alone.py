# mistake: sigmoid_gate
import torch


def swiglu(x, W_gate, W_up, W_down):
    """A feed-forward layer gated by SiLU, for each token."""
    gate = x @ W_gate
    return (torch.sigmoid(gate) * (x @ W_up)) @ W_down
