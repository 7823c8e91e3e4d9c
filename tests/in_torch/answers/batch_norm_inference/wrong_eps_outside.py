# mistake: eps_outside_the_root
import torch


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return gamma * (x - running_mean) / (running_var.sqrt() + eps) + beta
