import numpy as np


def bilinear_resize(image, out_h, out_w):
    H, W = image.shape
    y = np.linspace(0, H - 1, out_h)
    x = np.linspace(0, W - 1, out_w)
    y0 = np.floor(y).astype(int)
    x0 = np.floor(x).astype(int)
    y1 = np.minimum(y0 + 1, H - 1)
    x1 = np.minimum(x0 + 1, W - 1)
    wy = (y - y0)[:, None]
    wx = (x - x0)[None, :]
    Ia = image[np.ix_(y0, x0)]
    Ib = image[np.ix_(y1, x0)]
    Ic = image[np.ix_(y0, x1)]
    Id = image[np.ix_(y1, x1)]
    return Ia * (1 - wy) * (1 - wx) + Ib * wy * (1 - wx) + Ic * (1 - wy) * wx + Id * wy * wx
