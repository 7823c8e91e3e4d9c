# i * H / out_h
import numpy as np


def bilinear_resize(image, out_h, out_w):
    H, W = image.shape
    y = np.arange(out_h) * (H / out_h)
    x = np.arange(out_w) * (W / out_w)
    y0, x0 = np.floor(y).astype(int), np.floor(x).astype(int)
    y1, x1 = np.clip(y0 + 1, 0, H - 1), np.clip(x0 + 1, 0, W - 1)
    wy, wx = (y - y0)[:, None], x - x0
    top = image[y0][:, x0] * (1 - wx) + image[y0][:, x1] * wx
    low = image[y1][:, x0] * (1 - wx) + image[y1][:, x1] * wx
    return top * (1 - wy) + low * wy
