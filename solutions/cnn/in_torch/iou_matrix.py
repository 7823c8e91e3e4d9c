import torch


def iou_matrix(a, b):
    """The overlap of each box of a with each of b."""
    low = torch.maximum(a[:, None, :2], b[None, :, :2])
    high = torch.minimum(a[:, None, 2:], b[None, :, 2:])
    shared = (high - low).clamp(min=0).prod(dim=2)
    union = area(a)[:, None] + area(b) - shared
    return torch.where(union > 0, shared / torch.where(union > 0, union, 1.0), 0.0)


def area(boxes):
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
