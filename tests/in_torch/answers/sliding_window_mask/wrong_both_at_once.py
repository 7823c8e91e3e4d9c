# mistake: both_at_once
import torch

def sliding_window_mask(T, window):
    ones = torch.ones(T, T, dtype=torch.bool)
    return ones.triu(1) & ones.tril(-window)
