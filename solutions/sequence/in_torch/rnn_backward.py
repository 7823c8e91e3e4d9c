import torch


def rnn_backward(dh, x, h0, W_x, W_h, b):
    """The gradients with respect to x, h0, W_x, W_h and b."""
    h = [h0]
    for x_t in x.unbind(dim=1):
        h.append(torch.tanh(x_t @ W_x + h[-1] @ W_h + b))
    h = torch.stack(h, dim=1)  # (B, T + 1, H), with h0

    dz = torch.empty_like(dh)
    flow = torch.zeros_like(h0)  # what comes back from the later steps
    for t in reversed(range(x.shape[1])):
        dz[:, t] = (dh[:, t] + flow) * (1 - h[:, t + 1].square())  # tanh' = 1 - tanh^2
        flow = dz[:, t] @ W_h.T

    dW_x = torch.einsum("btd,bth->dh", x, dz)
    dW_h = torch.einsum("bti,bth->ih", h[:, :-1], dz)
    return dz @ W_x.T, flow, dW_x, dW_h, dz.sum(dim=(0, 1))
