# align_corners=False
import numpy as np


def bilinear_resize(image, out_h, out_w):
    H, W = image.shape
    y = np.clip((np.arange(out_h) + 0.5) * H / out_h - 0.5, 0, H - 1)
    x = np.clip((np.arange(out_w) + 0.5) * W / out_w - 0.5, 0, W - 1)
    y0, x0 = y.astype(int), x.astype(int)
    y1, x1 = np.minimum(y0 + 1, H - 1), np.minimum(x0 + 1, W - 1)
    wy, wx = (y - y0)[:, None], x - x0
    return (image[y0][:, x0] * (1 - wy) * (1 - wx) + image[y1][:, x0] * wy * (1 - wx)
            + image[y0][:, x1] * (1 - wy) * wx + image[y1][:, x1] * wy * wx)
