# kind: changed
import torch


def rnn_backward(dh, x, h0, W_x, W_h, b):
    """The gradients with respect to x, h0, W_x, W_h and b."""
    T = x.shape[1]
    states = [h0]
    for t in range(T):
        states.append(torch.tanh(x[:, t] @ W_x + states[-1] @ W_h + b))

    dz = dh
    dh_next = torch.zeros_like(h0)  # what comes back from the later steps
    for t in reversed(range(T)):
        dz[:, t] = (dh[:, t] + dh_next) * (1 - states[t + 1] ** 2)
        dh_next = dz[:, t] @ W_h.T

    before = torch.stack(states[:-1], dim=1)  # (B, T, H): the state that each step starts from
    dW_x = torch.einsum("btd,bth->dh", x, dz)
    dW_h = torch.einsum("bti,bth->ih", before, dz)
    return dz @ W_x.T, dh_next, dW_x, dW_h, dz.sum(dim=(0, 1))
