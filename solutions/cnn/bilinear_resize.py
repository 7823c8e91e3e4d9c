"""Bilinear resize, one axis after the other.

A bilinear value is linear along the rows and linear along the columns, so two linear interpolations in turn give it.
Each output position has two neighbors and a weight. The last position has no neighbor behind it, but its weight is 0,
so any valid index serves there.

O(out_h * W + out_h * out_w) time.
"""

import numpy as np


def bilinear_resize(image, out_h, out_w):
    """(H, W) sampled at out_h rows and out_w columns, corners aligned."""
    top, bottom, down = _neighbors(image.shape[0], out_h)
    left, right, across = _neighbors(image.shape[1], out_w)
    rows = image[top] * (1 - down)[:, None] + image[bottom] * down[:, None]  # (out_h, W)
    return rows[:, left] * (1 - across) + rows[:, right] * across  # (out_h, out_w)


def _neighbors(size, out_size):
    """For each output position: the index before it, the index after it, and the weight of the latter."""
    at = np.arange(out_size) * (size - 1) / max(out_size - 1, 1)
    low = np.floor(at).astype(int)
    return low, np.minimum(low + 1, size - 1), at - low


# What an interviewer asks next
#
# What does align_corners=False mean? Pixels are then squares, and the outer edges are aligned instead of the centers of
# the corner pixels: r = (i + 0.5) * H / out_h - 0.5, cut off at 0 and H - 1. Most libraries do that by default. Mixing
# the two between training and deployment shifts features by up to half a pixel of the smaller image.
#
# What goes wrong when you shrink an image this way? Each output looks at four pixels only, whatever the factor. Fine
# patterns between them are skipped, which causes aliasing. Blur first, or average over the area that an output covers.
#
# Is it differentiable? Yes, with respect to the image everywhere and to the position between the grid lines. Spatial
# transformers and deformable convolutions learn positions that way.
#
# Where do detectors use it? RoIAlign samples a feature map at fractional positions inside each box. RoIPool rounded
# them to whole cells, which cost accuracy for masks and small boxes.
