# no case for out_h = 1
import math


def bilinear_resize(image, out_h, out_w):
    H, W = image.shape
    ry, rx = (H - 1) / (out_h - 1), (W - 1) / (out_w - 1)
    out = [[0.0] * out_w for _ in range(out_h)]
    for i in range(out_h):
        for j in range(out_w):
            xl, yl = math.floor(rx * j), math.floor(ry * i)
            xh, yh = min(math.ceil(rx * j), W - 1), min(math.ceil(ry * i), H - 1)
            a, b = rx * j - xl, ry * i - yl
            out[i][j] = (image[yl, xl] * (1 - a) * (1 - b) + image[yl, xh] * a * (1 - b)
                         + image[yh, xl] * b * (1 - a) + image[yh, xh] * a * b)
    return out
