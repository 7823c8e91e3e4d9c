import torch


def embedding_backward(dout, ids, n_tokens):
    """The gradient with respect to the table."""
    grad = torch.zeros(n_tokens, dout.shape[-1], dtype=dout.dtype)
    # grad[ids] += dout would keep one of the rows of a token that occurs more than once.
    return grad.index_add_(0, ids.flatten(), dout.flatten(0, -2))
