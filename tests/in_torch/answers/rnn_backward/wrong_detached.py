# mistake: no_flow_through_time
import torch


def rnn_backward(dh, x, h0, W_x, W_h, b):
    h, states = h0, [h0]
    for t in range(x.shape[1]):
        h = torch.tanh(x[:, t] @ W_x + h.detach() @ W_h + b)
        states.append(h)
    before, after = torch.stack(states[:-1], dim=1), torch.stack(states[1:], dim=1)
    dz = dh * (1 - after**2)
    dW_x = torch.einsum("btd,bth->dh", x, dz)
    dW_h = torch.einsum("bti,bth->ih", before, dz)
    return dz @ W_x.T, dz[:, 0] @ W_h.T, dW_x, dW_h, dz.sum(dim=(0, 1))
