# mistake: last_one_wins
import torch


def embedding_backward(dout, ids, n_tokens):
    grad = torch.zeros(n_tokens, dout.shape[-1], dtype=dout.dtype)
    grad[ids] += dout
    return grad
