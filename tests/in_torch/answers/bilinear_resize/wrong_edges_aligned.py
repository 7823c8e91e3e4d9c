# mistake: edges_aligned
import torch


def bilinear_resize(image, out_h, out_w):
    """The image sampled at out_h rows and out_w columns, corners aligned."""
    top, bottom, u = neighbors(image.shape[0], out_h)
    left, right, v = neighbors(image.shape[1], out_w)
    rows = torch.lerp(image[top], image[bottom], u[:, None])  # (out_h, W)
    return torch.lerp(rows[:, left], rows[:, right], v)


def neighbors(size, out_size):
    """For each output position: the index before it, the index after it, and the weight of the latter."""
    position = ((torch.arange(out_size) + 0.5) * size / out_size - 0.5).clamp(0, size - 1)
    low = position.long()  # rounds down, because no position is negative
    return low, (low + 1).clamp(max=size - 1), position - low
