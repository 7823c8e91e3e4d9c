# mistake: numbers_instead_of_booleans
import torch


def sliding_window_mask(T, window):
    ones = torch.ones(T, T)
    return torch.triu(ones, diagonal=1) + torch.tril(ones, diagonal=-window)
