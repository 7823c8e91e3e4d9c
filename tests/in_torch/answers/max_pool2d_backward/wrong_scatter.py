# mistake: overwritten
import torch


def max_pool2d_backward(dout, image, size, stride):
    H, W = image.shape
    windows = image.unfold(0, size, stride).unfold(1, size, stride)
    out_h, out_w = windows.shape[:2]
    best = windows.reshape(out_h, out_w, -1).argmax(dim=-1)
    rows = torch.arange(out_h).unsqueeze(1) * stride + best // size
    columns = torch.arange(out_w) * stride + best % size
    grad = torch.zeros(H * W, dtype=dout.dtype)
    grad.scatter_(0, (rows * W + columns).flatten(), dout.flatten())
    return grad.view(H, W)
