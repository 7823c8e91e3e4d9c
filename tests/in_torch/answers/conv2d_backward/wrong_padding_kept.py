# mistake: padding_kept
import torch
import torch.nn.functional as F


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    """Gradients with respect to x, weight and bias."""
    k = weight.shape[-1]
    cols = F.unfold(x, k, padding=padding, stride=stride)  # (N, C_in * k * k, positions)
    dout_flat = dout.flatten(2)  # (N, C_out, positions)
    dweight = torch.einsum("nop,nkp->ok", dout_flat, cols).reshape(weight.shape)
    # fold adds up all windows that contain a pixel.
    dcols = weight.flatten(1).T @ dout_flat
    dx = F.fold(dcols, (x.shape[2] + 2 * padding, x.shape[3] + 2 * padding), k, stride=stride)
    return dx, dweight, dout.sum(dim=(0, 2, 3))
