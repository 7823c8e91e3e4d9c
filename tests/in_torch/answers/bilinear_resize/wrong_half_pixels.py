# mistake: edges_aligned
import torch


def neighbors(size, out_size):
    at = ((torch.arange(out_size) + 0.5) * size / out_size - 0.5).clamp(0, size - 1)
    low = at.floor().long()
    return low, (low + 1).clamp(max=size - 1), at - low


def bilinear_resize(image, out_h, out_w):
    top, bottom, u = neighbors(image.shape[0], out_h)
    left, right, v = neighbors(image.shape[1], out_w)
    rows = torch.lerp(image[top], image[bottom], u[:, None])
    return torch.lerp(rows[:, left], rows[:, right], v)
