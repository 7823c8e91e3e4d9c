# mistake: cut_to_nothing
import torch
import torch.nn.functional as F


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    out_h, out_w = dout.shape[2:]
    k = weight.shape[-1]
    padded = F.pad(x, [padding] * 4)
    dx, dweight = torch.zeros_like(padded), torch.zeros_like(weight)
    for a in range(k):
        for b in range(k):
            rows, columns = slice(a, a + stride * out_h, stride), slice(b, b + stride * out_w, stride)
            dweight[:, :, a, b] = torch.einsum("noij,ncij->oc", dout, padded[:, :, rows, columns])
            dx[:, :, rows, columns] += torch.einsum("noij,oc->ncij", dout, weight[:, :, a, b])
    return dx[:, :, padding:-padding, padding:-padding], dweight, dout.sum(dim=(0, 2, 3))
