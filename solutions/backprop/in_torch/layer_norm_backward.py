import torch


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    """The gradients with respect to x, gamma and beta."""
    inv_std = torch.rsqrt(x.var(dim=-1, correction=0, keepdim=True) + eps)  # correction=0: divide by D
    x_hat = (x - x.mean(dim=-1, keepdim=True)) * inv_std
    g = dout * gamma
    # The mean and the variance depend on x as well: one term for each.
    dx = inv_std * (g - g.mean(dim=-1, keepdim=True) - x_hat * (g * x_hat).mean(dim=-1, keepdim=True))

    def over_rows(grads):  # sum(dim=()) would sum over all dims of a single vector
        return grads.reshape(-1, grads.shape[-1]).sum(dim=0)

    return dx, over_rows(dout * x_hat), over_rows(dout)
