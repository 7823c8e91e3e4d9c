# kind: calls
import torch


def he_init(n_in, n_out, rng):
    return torch.nn.init.kaiming_normal_(torch.empty(n_out, n_in), nonlinearity="relu", generator=rng).T
