import torch


def nms(boxes, scores, threshold):
    """Indices of the boxes that are kept, best first."""
    order, kept = scores.argsort(descending=True, stable=True), []
    while len(order):
        best, rest = order[0], order[1:]
        kept.append(int(best))
        order = rest[overlaps(boxes[best], boxes[rest]) <= threshold]
    return torch.tensor(kept, dtype=torch.int64)


def overlaps(box, boxes):
    sides = torch.minimum(box[2:], boxes[:, 2:]) - torch.maximum(box[:2], boxes[:, :2])
    shared = sides.clamp(min=0).prod(dim=1)
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(dim=1)
    return shared / ((box[2:] - box[:2]).prod() + areas - shared)
