import torch


def max_pool2d_backward(dout, image, size, stride):
    """The gradient with respect to the image."""
    width = image.shape[1]
    windows = image.unfold(0, size, stride).unfold(1, size, stride)  # (out_h, out_w, size, size)
    out_h, out_w = windows.shape[:2]
    best = windows.flatten(2).argmax(dim=2)  # place in the window, row by row
    rows = best // size + stride * torch.arange(out_h)[:, None]
    columns = best % size + stride * torch.arange(out_w)
    dimage = torch.zeros(image.numel(), dtype=dout.dtype)
    # Adds up what reaches a pixel from several windows; dimage[pixels] += dout would not.
    dimage.index_add_(0, (rows * width + columns).flatten(), dout.flatten())
    return dimage.reshape(image.shape)
