# mistake: overwritten
import torch


def max_pool2d_backward(dout, image, size, stride):
    """The gradient with respect to image: each window's dout goes to its first maximum."""
    windows = image.unfold(0, size, stride).unfold(1, size, stride)  # (out_h, out_w, size, size)
    best = windows.flatten(2).argmax(dim=2)  # the first of equal maxima, row by row
    out_h, out_w = dout.shape
    rows = best // size + stride * torch.arange(out_h)[:, None]
    cols = best % size + stride * torch.arange(out_w)
    dimage = torch.zeros_like(image)
    dimage[rows, cols] += dout
    return dimage
