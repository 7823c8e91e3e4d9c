# mistake: one_array
import torch


def rnn_forward(x, h0, W_x, W_h, b):
    h, states = h0.clone(), []
    for t in range(x.shape[1]):
        h.copy_(torch.tanh(x[:, t] @ W_x + h @ W_h + b))
        states.append(h)
    return torch.stack(states, dim=1)
