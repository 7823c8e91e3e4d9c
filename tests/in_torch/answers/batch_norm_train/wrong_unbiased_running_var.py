# mistake: sample_variance_in_running
import torch


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    mean = x.mean(dim=0)
    out = gamma * (x - mean) * torch.rsqrt(x.var(dim=0, unbiased=False) + eps) + beta
    running_mean = (1 - momentum) * running_mean + momentum * mean
    running_var = (1 - momentum) * running_var + momentum * x.var(dim=0)
    return out, running_mean, running_var
