from itertools import product

import torch
import torch.nn.functional as F


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    """The gradients with respect to x, weight and bias."""
    (out_h, out_w), (height, width), k = dout.shape[2:], x.shape[2:], weight.shape[-1]
    padded = F.pad(x, (padding, padding, padding, padding))
    dpadded, dweight = torch.zeros_like(padded), torch.empty_like(weight)
    for a, b in product(range(k), repeat=2):
        rows, columns = slice(a, a + stride * out_h, stride), slice(b, b + stride * out_w, stride)
        dweight[:, :, a, b] = torch.einsum("noij,ncij->oc", dout, padded[:, :, rows, columns])
        dpadded[:, :, rows, columns] += torch.einsum("noij,oc->ncij", dout, weight[:, :, a, b])
    dx = dpadded[:, :, padding : padding + height, padding : padding + width]
    return dx, dweight, dout.sum(dim=(0, 2, 3))
