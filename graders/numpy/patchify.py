"""Patches and their pixels in reading order, channels last, for any sides, and ValueError for the rest."""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake

CHECKS = (equal(),)

EQUIVALENT = {
    "patchify: swap N and rows in images.reshape in `split = images.reshape(N, rows, p, columns, p, C)`":
        "both stay in front, and are merged in order again",
}


def cases(rng):
    yield Case("one pixel", np.array([[[[5.0]]]]), 1)
    yield Case("one patch", np.arange(4.0).reshape(1, 2, 2, 1), 2)
    yield Case("four patches", np.arange(16.0).reshape(1, 4, 4, 1), 2)
    yield Case("every pixel a patch", np.arange(6.0).reshape(1, 2, 3, 1), 1)
    yield Case("two patches side by side", np.arange(8.0).reshape(1, 2, 4, 1), 2)
    yield Case("two patches, one above the other", np.arange(8.0).reshape(1, 4, 2, 1), 2)
    yield Case("one patch of two channels", rng.normal(size=(1, 2, 2, 2)), 2)
    yield Case("three channels, six patches", rng.normal(size=(1, 4, 6, 3)), 2)
    yield Case("patches of three", rng.normal(size=(1, 6, 3, 2)), 3)
    yield Case("two images", rng.normal(size=(2, 4, 2, 1)), 2)
    yield Case("three wide images", rng.normal(size=(3, 4, 8, 2)), 4)
    yield Case("H is not divisible", rng.normal(size=(1, 3, 4, 1)), 2)
    yield Case("W is not divisible", rng.normal(size=(1, 4, 3, 1)), 2)
    yield Case("neither is divisible, their product is", rng.normal(size=(1, 2, 8, 1)), 4)
    yield Case("a patch taller than the image", rng.normal(size=(2, 1, 4, 1)), 2)
    yield Case("a patch larger than the image", rng.normal(size=(1, 2, 2, 1)), 3)
    yield Case("three hundred patches", np.arange(1200.0).reshape(1, 30, 40, 1), 2).plain()


def _checked(images, p):
    N, H, W, C = images.shape
    if H % p or W % p:
        raise ValueError
    return N, H // p, W // p, C


@mistake("A single reshape cuts the pixels in memory order, into strips across the whole image. Split both "
         "axes, bring the two patch axes together with a transpose, then reshape.")
def reshaped_only(images, p):
    N, rows, columns, C = _checked(images, p)
    return images.reshape(N, rows * columns, p * p * C)


@mistake("Your patches come column by column. They should come row by row, as one reads.")
def patches_by_columns(images, p):
    N, rows, columns, C = _checked(images, p)
    split = images.reshape(N, rows, p, columns, p, C)
    return split.transpose(0, 3, 1, 2, 4, 5).reshape(N, rows * columns, p * p * C)


@mistake("Inside each patch your pixels come column by column. They should come row by row.")
def pixels_by_columns(images, p):
    N, rows, columns, C = _checked(images, p)
    split = images.reshape(N, rows, p, columns, p, C)
    return split.transpose(0, 1, 3, 4, 2, 5).reshape(N, rows * columns, p * p * C)


@mistake("Inside each patch your channels come first. They come last: all channels of a pixel stand "
         "together.")
def channels_first(images, p):
    N, rows, columns, C = _checked(images, p)
    split = images.reshape(N, rows, p, columns, p, C)
    return split.transpose(0, 1, 3, 5, 2, 4).reshape(N, rows * columns, p * p * C)


@mistake("You cut off what does not fill a patch. If p does not divide H and W, raise ValueError.")
def rest_cut_off(images, p):
    N, H, W, C = images.shape
    rows, columns = H // p, W // p
    split = images[:, : rows * p, : columns * p].reshape(N, rows, p, columns, p, C)
    return split.transpose(0, 1, 3, 2, 4, 5).reshape(N, rows * columns, p * p * C)


@mistake("Your patches keep their axes: flatten each into one vector of p * p * C numbers.")
def patches_not_flat(images, p):
    N, rows, columns, C = _checked(images, p)
    split = images.reshape(N, rows, p, columns, p, C)
    return split.transpose(0, 1, 3, 2, 4, 5).reshape(N, rows * columns, p, p, C)


@mistake("Your patches keep their place in a grid: merge rows and columns of patches into one axis.")
def grid_kept(images, p):
    N, rows, columns, C = _checked(images, p)
    split = images.reshape(N, rows, p, columns, p, C)
    return split.transpose(0, 1, 3, 2, 4, 5).reshape(N, rows, columns, p * p * C)


@mistake("You mix the images: the first axis counts images, and patches of different images never share an "
         "entry of it.")
def images_merged(images, p):
    N, rows, columns, C = _checked(images, p)
    split = images.reshape(N, rows, p, columns, p, C)
    return split.transpose(1, 3, 0, 2, 4, 5).reshape(N, rows * columns, p * p * C)


@alternative
def plain_loops(images, p):
    n, height, width, channels = images.shape
    if height % p != 0 or width % p != 0:
        raise ValueError("p must divide both sides")
    out = []
    for image in images:
        patches = []
        for top in range(0, height, p):
            for left in range(0, width, p):
                patches.append(image[top : top + p, left : left + p].reshape(-1))
        out.append(patches)
    return out


@alternative
def by_einsum(images, p):
    N, rows, columns, C = _checked(images, p)
    split = images.reshape(N, rows, p, columns, p, C)
    return np.einsum("nrpcqk->nrcpqk", split).reshape(N, rows * columns, -1)


@alternative
def by_swapping(images, p):
    n, h, w, c = images.shape
    if h % p or w % p:
        raise ValueError(f"{h}x{w} by {p}")
    strips = images.reshape(n, h // p, p, w // p, p * c)
    return strips.swapaxes(2, 3).reshape((n, -1, p * p * c))
