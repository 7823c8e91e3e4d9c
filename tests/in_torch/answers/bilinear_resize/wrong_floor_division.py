# mistake: nearest_pixel
import torch


def neighbors(size, out_size):
    at = torch.arange(out_size) * (size - 1) // max(out_size - 1, 1)
    low = at.long()
    return low, (low + 1).clamp(max=size - 1), at - low


def bilinear_resize(image, out_h, out_w):
    top, bottom, u = neighbors(image.shape[0], out_h)
    left, right, v = neighbors(image.shape[1], out_w)
    rows = image[top] * (1 - u[:, None]) + image[bottom] * u[:, None]
    return rows[:, left] * (1 - v) + rows[:, right] * v
