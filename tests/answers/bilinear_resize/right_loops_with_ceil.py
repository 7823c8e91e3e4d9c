import math


def bilinear_resize(image, out_h, out_w):
    H, W = image.shape
    sy = (H - 1) / (out_h - 1) if out_h > 1 else 0
    sx = (W - 1) / (out_w - 1) if out_w > 1 else 0
    result = []
    for i in range(out_h):
        row = []
        for j in range(out_w):
            y, x = i * sy, j * sx
            y = min(y, H - 1)
            x = min(x, W - 1)
            t, b = math.floor(y), math.ceil(y)
            l, r = math.floor(x), math.ceil(x)
            top = image[t, l] + (image[t, r] - image[t, l]) * (x - l)
            bot = image[b, l] + (image[b, r] - image[b, l]) * (x - l)
            row.append(top + (bot - top) * (y - t))
        result.append(row)
    return result
