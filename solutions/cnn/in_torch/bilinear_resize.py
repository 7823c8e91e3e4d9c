import torch


def bilinear_resize(image, out_h, out_w):
    """The image sampled at ``out_h`` rows and ``out_w`` columns, with aligned corners."""
    top, bottom, u = neighbors(image.shape[0], out_h)
    left, right, v = neighbors(image.shape[1], out_w)
    rows = image[top] * (1 - u)[:, None] + image[bottom] * u[:, None]
    return rows[:, left] * (1 - v) + rows[:, right] * v


def neighbors(size, out_size):
    """For each output position the index before it, the index after it, and the weight of the latter."""
    at = torch.arange(out_size) * (size - 1) / max(out_size - 1, 1)
    low = at.long()
    return low, (low + 1).clamp(max=size - 1), at - low
