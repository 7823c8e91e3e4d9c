import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    # dilate dout; dx is its full correlation with the flipped kernels, dweight correlates x with it
    N, C, H, W = x.shape
    O, _, k, _ = weight.shape
    Hp, Wp = H + 2 * padding, W + 2 * padding
    stretched = np.zeros((N, O, Hp - k + 1, Wp - k + 1))
    stretched[:, :, ::stride, ::stride] = dout
    full = np.pad(stretched, ((0, 0), (0, 0), (k - 1, k - 1), (k - 1, k - 1)))
    dxp = np.einsum("nohwab,ocab->nchw", sliding_window_view(full, (k, k), axis=(2, 3)),
                    weight[:, :, ::-1, ::-1], optimize=True)
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dweight = np.einsum("ncabhw,nohw->ocab", sliding_window_view(xp, stretched.shape[2:], axis=(2, 3)),
                        stretched, optimize=True)
    dbias = np.einsum("nohw->o", dout)
    return dxp[:, :, padding:Hp - padding, padding:Wp - padding], dweight, dbias
