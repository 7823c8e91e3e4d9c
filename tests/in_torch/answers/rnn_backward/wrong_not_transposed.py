# mistake: W_h_not_transposed
import torch


def rnn_backward(dh, x, h0, W_x, W_h, b):
    h = [h0]
    for t in range(x.shape[1]):
        h.append(torch.tanh(x[:, t] @ W_x + h[-1] @ W_h + b))
    dx, flow = torch.zeros_like(x), torch.zeros_like(h0)
    dW_x, dW_h, db = torch.zeros_like(W_x), torch.zeros_like(W_h), torch.zeros_like(b)
    for t in range(x.shape[1] - 1, -1, -1):
        dz = (dh[:, t] + flow) * (1 - h[t + 1] ** 2)
        dx[:, t] = dz @ W_x.T
        dW_x += x[:, t].T @ dz
        dW_h += h[t].T @ dz
        db += dz.sum(dim=0)
        flow = dz @ W_h
    return dx, flow, dW_x, dW_h, db
