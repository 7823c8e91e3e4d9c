# mistake: overwritten_by_windows
import torch
import torch.nn.functional as F


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    out_h, out_w = dout.shape[2:]
    H, W = x.shape[2:]
    k = weight.shape[-1]
    padded = F.pad(x, [padding] * 4)
    dx, dweight = torch.zeros_like(padded), torch.zeros_like(weight)
    for i in range(out_h):
        for j in range(out_w):
            rows, columns = slice(i * stride, i * stride + k), slice(j * stride, j * stride + k)
            dweight += torch.einsum("no,ncab->ocab", dout[:, :, i, j], padded[:, :, rows, columns])
            dx[:, :, rows, columns] = torch.einsum("no,ocab->ncab", dout[:, :, i, j], weight)
    return dx[:, :, padding : padding + H, padding : padding + W], dweight, dout.sum(dim=(0, 2, 3))
