import torch


def softmax(x: torch.Tensor, axis: int = -1) -> torch.Tensor:
    out = x - torch.max(x, dim=axis, keepdim=True).values
    out.exp_()
    out /= out.sum(axis, keepdim=True)
    return out
