import numpy as np
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    """By the convolution theorem."""
    N, C, H, W = x.shape
    O, _, k, _ = weight.shape
    Hp, Wp = H + 2 * padding, W + 2 * padding
    F = np.fft.rfft2(np.pad(x.astype(float), ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2)), s=(Hp, Wp))
    G = np.conj(np.fft.rfft2(weight.astype(float), s=(Hp, Wp)))
    full = np.fft.irfft2(np.einsum("nchw,ochw->nohw", F, G, optimize=True), s=(Hp, Wp))
    return full[:, :, :Hp - k + 1:stride, :Wp - k + 1:stride] + bias[:, None, None]
