# mistake: in_place
import torch


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean = x.mean(dim=0)
    var = x.var(dim=0, unbiased=False)
    out = gamma * (x - mean) * torch.rsqrt(var + eps) + beta
    running_mean.lerp_(mean, momentum)
    running_var.lerp_(var, momentum)
    return out, running_mean, running_var
