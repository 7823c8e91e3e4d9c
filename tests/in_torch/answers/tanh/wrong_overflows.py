# mistake: by_definition
import torch


def tanh(x):
    return (x.exp() - (-x).exp()) / (x.exp() + (-x).exp())
