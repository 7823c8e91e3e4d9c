# kind: crashed
import torch


def embedding_backward(dout, ids, n_tokens):
    D = dout.shape[-1]
    grad = dout.new_zeros(n_tokens, D)
    return grad.index_add_(0, ids.view(-1), dout.view(-1, D))
