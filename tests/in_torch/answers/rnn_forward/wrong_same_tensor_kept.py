# mistake: one_array
import torch


def rnn_forward(x, h0, W_x, W_h, b):
    """The states (B, T, H) after each step."""
    inputs = x @ W_x + b  # (B, T, H): needs no state, so one product serves all steps
    h, states = h0.clone(), []
    for step in inputs.unbind(dim=1):
        h.copy_(torch.tanh(step + h @ W_h))
        states.append(h)
    return torch.stack(states, dim=1)
