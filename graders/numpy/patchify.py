"""Patches and their pixels in reading order, channels last, for any sides, and ValueError for the rest."""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake, says, uses

CHECKS = (equal(),)

EQUIVALENT = {
    "patchify: swap N and rows in images.reshape in `split = images.reshape(N, rows, p, columns, p, C)`":
        "both stay in front, and are merged in order again",
}


def cases(rng):
    yield Case("four patches", np.arange(16.0).reshape(1, 4, 4, 1), 2)
    yield Case("two patches side by side", np.arange(8.0).reshape(1, 2, 4, 1), 2)
    yield Case("two patches, one above the other", np.arange(8.0).reshape(1, 4, 2, 1), 2)
    yield Case("two channels", rng.normal(size=(1, 2, 4, 2)), 2)
    yield Case("three channels, six patches", rng.normal(size=(1, 4, 6, 3)), 2)
    yield Case("patches of three", rng.normal(size=(1, 6, 3, 2)), 3)
    yield Case("two images", rng.normal(size=(2, 4, 2, 1)), 2)
    yield Case("five images, every length different", rng.normal(size=(5, 4, 6, 3)), 2)
    yield Case("three wide images", rng.normal(size=(3, 4, 8, 2)), 4)
    yield Case("three hundred patches", np.arange(1200.0).reshape(1, 30, 40, 1), 2).plain()
    yield Case("every pixel a patch", np.arange(6.0).reshape(1, 2, 3, 1), 1).edge("p = 1")
    yield Case("one pixel", np.array([[[[5.0]]]]), 1).edge("p = 1")
    yield Case("pixels of two channels", rng.normal(size=(2, 3, 2, 2)), 1).edge("p = 1")
    yield Case("four pixels", np.arange(4.0).reshape(1, 2, 2, 1), 2).edge("one patch")
    yield Case("one patch of two channels", rng.normal(size=(1, 2, 2, 2)), 2).edge("one patch")
    yield Case("H is not divisible", rng.normal(size=(1, 3, 4, 1)), 2).edge("not divisible")
    yield Case("W is not divisible", rng.normal(size=(1, 4, 3, 1)), 2).edge("not divisible")
    yield Case("the channels make up for H", rng.normal(size=(1, 3, 4, 2)), 2).edge("not divisible")
    yield Case("the channels make up for W", rng.normal(size=(1, 4, 3, 2)), 2).edge("not divisible")
    yield Case("neither is divisible, their product is", rng.normal(size=(1, 2, 8, 1)), 4).edge("not divisible")
    yield Case("a patch taller than the image", rng.normal(size=(2, 1, 4, 1)), 2).edge("not divisible")
    yield Case("a patch larger than the image", rng.normal(size=(1, 2, 2, 1)), 3).edge("not divisible")


def _checked(images, p):
    N, H, W, C = images.shape
    if H % p or W % p:
        raise ValueError
    return N, H // p, W // p, C


def _cut(images, p, order=(0, 1, 3, 2, 4, 5)):
    N, rows, columns, C = _checked(images, p)
    split = images.reshape(N, rows, p, columns, p, C)
    return split.transpose(order).reshape(N, rows * columns, p * p * C)


@mistake("A single reshape cuts the pixels in memory order, into strips across the whole image. Split both axes, "
         "bring the two patch axes together with a transpose, then reshape.")
def reshaped_only(images, p):
    N, rows, columns, C = _checked(images, p)
    return images.reshape(N, rows * columns, p * p * C)


@mistake("Your patches are in column order. Return them row by row, in reading order.")
def patches_by_columns(images, p):
    return _cut(images, p, (0, 3, 1, 2, 4, 5))


@mistake("Inside each patch your pixels are in column order. Order them row by row.")
def pixels_by_columns(images, p):
    return _cut(images, p, (0, 1, 3, 4, 2, 5))


@mistake("Your patches are in column order, and so are the pixels inside them. Order both row by row.")
def all_by_columns(images, p):
    return _cut(images, p, (0, 3, 1, 4, 2, 5))


@mistake("Inside each patch your channels come first. Put them last, so that all channels of a pixel are neighbors.")
def channels_first(images, p):
    return _cut(images, p, (0, 1, 3, 5, 2, 4))


@mistake("You swap the two numbers of patches, H/p and W/p, when you split the axes. That only works for square "
         "images.")
def sides_swapped(images, p):
    N, rows, columns, C = _checked(images, p)
    split = images.reshape(N, columns, p, rows, p, C)
    return split.transpose(0, 1, 3, 2, 4, 5).reshape(N, rows * columns, p * p * C)


@mistake("You read the pixels in memory order, so the result is wrong for an array in Fortran order. Leave out order.",
         when=uses("order="))
def read_in_memory_order(images, p):
    N, rows, columns, C = _checked(images, p)
    split = images.ravel(order="K").reshape(N, rows, p, columns, p, C)
    return split.transpose(0, 1, 3, 2, 4, 5).reshape(N, rows * columns, p * p * C)


@mistake("You read the pixels in memory order, so the result is wrong for an array in Fortran order. Leave out order.",
         when=uses("order="))
def reshaped_in_memory_order(images, p):
    N, rows, columns, C = _checked(images, p)
    split = images.reshape((N, rows, p, columns, p, C), order="A")
    return split.transpose(0, 1, 3, 2, 4, 5).reshape(N, rows * columns, p * p * C)


@mistake("You cut off what does not fill a patch. If p does not divide H and W, raise ValueError.")
def rest_cut_off(images, p):
    N, H, W, C = images.shape
    return _cut(images[:, : H // p * p, : W // p * p], p)


@mistake("You cut off what is left over along {side}. If p does not divide both H and W, raise ValueError.",
         constants={"side": ("W", "H")})
def rest_of_one_side_cut_off(images, p, *, side):
    N, H, W, C = images.shape
    return _cut(images[:, :, : W // p * p] if side == "W" else images[:, : H // p * p], p)


@mistake("You pad the images until p divides them. Raise ValueError instead.", when=uses("np.pad"))
def padded(images, p):
    N, H, W, C = images.shape
    return _cut(np.pad(images, ((0, 0), (0, -H % p), (0, -W % p), (0, 0))), p)


@mistake("Where p * p divides H * W, you return patches although p does not divide both sides. Raise ValueError "
         "unless p divides H and W.")
def product_checked(images, p):
    N, H, W, C = images.shape
    if H * W % (p * p):
        raise ValueError
    return images.reshape(N, -1, p * p * C) if H % p or W % p else _cut(images, p)


@mistake("The -1 in your reshape turns pixels that are left over into channels. Check first that p divides H and W.",
         when=uses("reshape"))
def channels_guessed(images, p):
    N, H, W, C = images.shape
    split = images.reshape(N, H // p, p, W // p, p, -1)
    return split.transpose(0, 1, 3, 2, 4, 5).reshape(N, (H // p) * (W // p), -1)


@mistake("A p that does not divide H and W must raise ValueError. Check it first.",
         kind="crashed", when=says("must raise ValueError. Your function raised"))
def another_exception(images, p):
    N, H, W, C = images.shape
    assert H % p == W % p == 0
    return _cut(images, p)


@mistake("Your patches keep their axes. Flatten each into one vector of p * p * C numbers.")
def patches_not_flat(images, p):
    N, rows, columns, C = _checked(images, p)
    return _cut(images, p).reshape(N, rows * columns, p, p, C)


@mistake("Your patches are still in a grid. Merge the rows and columns of patches into one axis.")
def grid_kept(images, p):
    N, rows, columns, C = _checked(images, p)
    return _cut(images, p).reshape(N, rows, columns, p * p * C)


@mistake("You mix the images. Keep the first axis for images, so that each of its entries holds the patches of one "
         "image.")
def images_merged(images, p):
    return _cut(images, p, (1, 3, 0, 2, 4, 5))


@mistake("Your first two axes, images and patches, are merged into one. Keep them apart: (N, patches, numbers).")
def images_not_kept_apart(images, p):
    N, rows, columns, C = _checked(images, p)
    return _cut(images, p).reshape(N * rows * columns, p * p * C)


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
