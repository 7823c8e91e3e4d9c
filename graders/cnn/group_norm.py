"""Group normalization: neighboring channels, one image at a time, and gamma and beta per channel."""

import re

import numpy as np

from mlprep.grading.api import Case, alternative, mistake

EQUIVALENT = {
    "group_norm: if c % n_groups != 0 -> if False":
        "The reshape to groups of c // n_groups channels raises ValueError where they do not hold all channels.",
}


def cases(rng):
    def layer(n, c, h, w, spread=1.0):
        x = rng.normal(size=(n, c, h, w)) + rng.uniform(-2, 2, size=(n, c, 1, 1))
        return x * spread, rng.normal(size=c), rng.normal(size=c)

    ones, zeros = np.ones(4), np.zeros(4)
    x = np.array([1.0, 3.0, 7.0, 5.0, 0.0, 10.0, 40.0, 10.0]).reshape(1, 4, 1, 2)
    yield Case("two groups of two channels", x, ones, zeros, 2)
    yield Case("gamma and beta", x, np.array([1.0, 2.0, 3.0, 4.0]), np.array([0.0, 0.0, 5.0, 5.0]), 2)
    yield Case("two images", np.concatenate([x, -3 * x[:, ::-1]]), ones, zeros, 2)
    yield Case("two groups of three channels", *layer(2, 6, 5, 4), 2)
    yield Case("three groups of two channels", *layer(2, 6, 4, 5), n_groups=3)
    yield Case("as many channels as columns", *layer(2, 4, 3, 4), 2)
    yield Case("as many channels as rows", *layer(2, 4, 4, 3), 2)
    yield Case("as many images as channels", *layer(4, 4, 3, 2), 2)
    yield Case("all lengths equal", *layer(4, 4, 4, 4), 2)
    yield Case("images of different scale", *layer(3, 4, 2, 3, np.array([1.0, 100.0, 0.1]).reshape(3, 1, 1, 1)), 2)
    yield Case("two hundred images", *layer(200, 2, 2, 2), 2).plain()
    yield Case("a single image, one group", x, ones, zeros, 1).edge("one group")
    yield Case("two images, one group", *layer(2, 3, 4, 5), 1).edge("one group")
    yield Case("four groups of one channel", x, ones, zeros, 4).edge("one channel per group")
    yield Case("three groups of one channel", *layer(2, 3, 4, 5), 3).edge("one channel per group")
    yield Case("a single channel", *layer(2, 1, 3, 4), 1).edge("one channel per group")
    flat = np.array([0.5, 0.5, 0.5, 0.5, 0.0, 1.0, 2.0, 5.0]).reshape(1, 4, 1, 2)
    params = np.array([2.0, 1.0, -1.0, 3.0]), np.array([3.0, -1.0, 0.5, 2.0])
    yield Case("one group is constant", flat, *params, 2).edge("constant groups")
    yield Case("everything is constant", np.full((2, 4, 3, 1), -7.0), *params, 2).edge("constant groups")
    yield Case("groups of one pixel", *layer(3, 2, 1, 1), 2).edge("constant groups")
    small, gamma, beta = layer(2, 4, 3, 2)
    yield Case("a small spread", small * 2e-3, gamma, beta, 2).edge("small variance")
    # np.isclose takes a variance of 1e-9 for 0, and eps does not
    yield Case("a tiny spread", small * 3e-5, gamma, beta, 2).edge("small variance")
    yield Case("a large eps", *layer(2, 4, 2, 3), 2, eps=0.5).edge("other eps")
    yield Case("eps given by position", *layer(2, 6, 2, 3), 3, 0.1).edge("other eps")
    yield Case("five channels in two groups", *layer(1, 5, 2, 2), 2).edge("unequal groups")
    yield Case("two channels in three groups", *layer(1, 2, 2, 3), 3).edge("unequal groups")
    yield Case("two channels in four groups", *layer(2, 2, 2, 2), 4).edge("unequal groups")
    far = 1e8 + np.array([0.0, 0.3, 0.9, 0.6]).reshape(1, 2, 1, 2)
    yield Case("far from 0", far, np.ones(2), np.zeros(2), 1).plain().beyond(
        "In a group near 1e8 that varies by less than 1, your result is wrong. The mean of squares minus the squared "
        "mean has no right digit there, and the mean of (x - mean)^2 keeps them.")


def check(x, n_groups):
    if x.shape[1] % n_groups:
        raise ValueError("unequal groups")


def apart(x, n_groups):
    """(N, groups, C / groups, H, W)"""
    check(x, n_groups)
    return x.reshape(x.shape[0], n_groups, -1, *x.shape[2:])


def scaled(x_hat, gamma, beta):
    return gamma[:, None, None] * x_hat + beta[:, None, None]


def norm(x, gamma, beta, n_groups, eps, axes=(2, 3, 4), ddof=0):
    groups = apart(x, n_groups)
    mean, var = groups.mean(axis=axes, keepdims=True), groups.var(axis=axes, keepdims=True, ddof=ddof)
    return scaled(((groups - mean) / np.sqrt(var + eps)).reshape(x.shape), gamma, beta)


@mistake("You take the statistics over the batch as well. Every image is normalized by itself.")
def over_the_batch(x, gamma, beta, n_groups, eps=1e-5):
    return norm(x, gamma, beta, n_groups, eps, axes=(0, 2, 3, 4))


@mistake("You normalize each channel over the batch, which is batch normalization. Take the statistics of one image "
         "and one group of channels.")
def batch_normalization(x, gamma, beta, n_groups, eps=1e-5):
    check(x, n_groups)
    return norm(x, gamma, beta, x.shape[1], eps, axes=(0, 2, 3, 4))


@mistake("You normalize each channel by itself. The channels of a group are normalized together.")
def instance_normalization(x, gamma, beta, n_groups, eps=1e-5):
    check(x, n_groups)
    return norm(x, gamma, beta, x.shape[1], eps)


@mistake("You ignore the groups and normalize all channels of an image together. Each group has its own mean and "
         "variance.")
def layer_normalization(x, gamma, beta, n_groups, eps=1e-5):
    check(x, n_groups)
    return norm(x, gamma, beta, 1, eps)


@mistake("You take the statistics of a group at every pixel by itself. Reduce over rows and columns as well.")
def pixel_by_pixel(x, gamma, beta, n_groups, eps=1e-5):
    return norm(x, gamma, beta, n_groups, eps, axes=2)


@mistake("Your groups take every n_groups-th channel. A group is C / n_groups neighboring channels.")
def interleaved(x, gamma, beta, n_groups, eps=1e-5):
    check(x, n_groups)
    groups = x.reshape(x.shape[0], -1, n_groups, *x.shape[2:])
    mean, var = groups.mean(axis=(1, 3, 4), keepdims=True), groups.var(axis=(1, 3, 4), keepdims=True)
    return scaled(((groups - mean) / np.sqrt(var + eps)).reshape(x.shape), gamma, beta)


@mistake("You use n_groups as the number of channels in a group. There are n_groups groups of C / n_groups channels.")
def groups_of_that_size(x, gamma, beta, n_groups, eps=1e-5):
    check(x, n_groups)
    return norm(x, gamma, beta, x.shape[1] // n_groups, eps)


@mistake("You read the reshaped array as if channels came last, so the groups are mixed. In (N, C, H, W) the channels "
         "are axis 1: reshape to (N, n_groups, C / n_groups, H, W).")
def channels_last(x, gamma, beta, n_groups, eps=1e-5):
    check(x, n_groups)
    n, c, h, w = x.shape
    groups = x.reshape(n, h, w, n_groups, c // n_groups)
    mean, var = groups.mean(axis=(1, 2, 4), keepdims=True), groups.var(axis=(1, 2, 4), keepdims=True)
    return scaled(((groups - mean) / np.sqrt(var + eps)).reshape(x.shape), gamma, beta)


@mistake("You add eps to the standard deviation. Add it to the variance, inside the root: sqrt(var + eps).")
def eps_outside_the_root(x, gamma, beta, n_groups, eps=1e-5):
    groups = apart(x, n_groups)
    mean, std = groups.mean(axis=(2, 3, 4), keepdims=True), groups.std(axis=(2, 3, 4), keepdims=True)
    return scaled(((groups - mean) / (std + eps)).reshape(x.shape), gamma, beta)


@mistake("You use eps as a lower bound of the variance. Add it to the variance: sqrt(var + eps).")
def eps_as_a_floor(x, gamma, beta, n_groups, eps=1e-5):
    groups = apart(x, n_groups)
    mean, var = groups.mean(axis=(2, 3, 4), keepdims=True), groups.var(axis=(2, 3, 4), keepdims=True)
    return scaled(((groups - mean) / np.sqrt(np.maximum(var, eps))).reshape(x.shape), gamma, beta)


def keeps_the_default(source, failure):
    return bool(re.search(r"eps\s*=\s*1e-0?5\b", source.text))


def changes_the_default(source, failure):
    return not keeps_the_default(source, failure)


@mistake("Your default eps is {default}. The default here is 1e-5.", when=changes_the_default,
         constants={"default": ("1e-8", "1e-6", "1e-3", "1e-7", "1e-12")})
def other_default_eps(x, gamma, beta, n_groups, eps=None, *, default):
    return norm(x, gamma, beta, n_groups, float(default) if eps is None else eps)


@mistake("You always add {fixed}. Add the `eps` argument, whose default is 1e-5.",
         when=keeps_the_default, constants={"fixed": ("1e-8", "1e-5", "1e-6", "1e-7", "1e-12")})
def ignores_eps(x, gamma, beta, n_groups, eps=1e-5, *, fixed):
    return norm(x, gamma, beta, n_groups, float(fixed))


@mistake("You leave eps out, so a constant group divides by 0. Add it to the variance: sqrt(var + eps).")
def no_eps(x, gamma, beta, n_groups, eps=1e-5):
    with np.errstate(all="ignore"):
        return norm(x, gamma, beta, n_groups, 0.0)


@mistake("You divide by the number of entries minus 1 in the variance. Divide by the number of entries.")
def sample_variance(x, gamma, beta, n_groups, eps=1e-5):
    with np.errstate(all="ignore"):
        return norm(x, gamma, beta, n_groups, eps, ddof=1)


@mistake("You divide by the variance. Divide by its square root: sqrt(var + eps).")
def no_root(x, gamma, beta, n_groups, eps=1e-5):
    groups = apart(x, n_groups)
    mean, var = groups.mean(axis=(2, 3, 4), keepdims=True), groups.var(axis=(2, 3, 4), keepdims=True)
    return scaled(((groups - mean) / (var + eps)).reshape(x.shape), gamma, beta)


@mistake("You return x_hat without gamma and beta. Scale each channel by its gamma, then add its beta.")
def not_scaled(x, gamma, beta, n_groups, eps=1e-5):
    return norm(x, np.ones_like(gamma), np.zeros_like(beta), n_groups, eps)


@mistake("You leave out beta. Add it at the end: gamma * x_hat + beta.")
def not_shifted(x, gamma, beta, n_groups, eps=1e-5):
    return norm(x, gamma, np.zeros_like(beta), n_groups, eps)


@mistake("You add beta before scaling. gamma multiplies x_hat alone: gamma * x_hat + beta.")
def shifted_first(x, gamma, beta, n_groups, eps=1e-5):
    return norm(x, gamma, gamma * beta, n_groups, eps)


@mistake("You give all channels of a group the gamma and beta of its first channel. They belong to the channels.")
def first_gamma_of_the_group(x, gamma, beta, n_groups, eps=1e-5):
    check(x, n_groups)
    first = np.arange(x.shape[1]) // (x.shape[1] // n_groups) * (x.shape[1] // n_groups)
    return norm(x, gamma[first], beta[first], n_groups, eps)


@mistake("You apply gamma and beta along the {axis}. They belong to the channels: reshape them to (C, 1, 1).",
         constants={"axis": ("columns", "rows", "images")})
def gamma_along_another_axis(x, gamma, beta, n_groups, eps=1e-5, *, axis):
    x_hat = norm(x, np.ones_like(gamma), np.zeros_like(beta), n_groups, eps)
    shape = {"columns": (-1,), "rows": (-1, 1), "images": (-1, 1, 1, 1)}[axis]
    return gamma.reshape(shape) * x_hat + beta.reshape(shape)


@mistake("Where C is not a multiple of n_groups, you leave the last channels out of the groups. Raise ValueError.")
def leftover_channels(x, gamma, beta, n_groups, eps=1e-5):
    size, x_hat = x.shape[1] // n_groups, np.zeros(x.shape)
    for start in range(0, n_groups * size, size or 1):
        group = x[:, start:start + size]
        mean, var = group.mean(axis=(1, 2, 3), keepdims=True), group.var(axis=(1, 2, 3), keepdims=True)
        x_hat[:, start:start + size] = (group - mean) / np.sqrt(var + eps)
    return scaled(x_hat, gamma, beta)


@mistake("Where C is not a multiple of n_groups, you use groups of different sizes. Raise ValueError.")
def uneven_groups(x, gamma, beta, n_groups, eps=1e-5):
    x_hat = []
    for group in np.array_split(x, n_groups, axis=1):
        mean = np.nan_to_num(group.sum(axis=(1, 2, 3), keepdims=True) / max(group[0].size, 1))
        var = ((group - mean) ** 2).sum(axis=(1, 2, 3), keepdims=True) / max(group[0].size, 1)
        x_hat.append((group - mean) / np.sqrt(var + eps))
    return scaled(np.concatenate(x_hat, axis=1), gamma, beta)


@mistake("Where C is not a multiple of n_groups, your last group is smaller. Raise ValueError.")
def smaller_last_group(x, gamma, beta, n_groups, eps=1e-5):
    size, x_hat = x.shape[1] // n_groups, np.zeros(x.shape)
    if size == 0:
        raise ValueError("more groups than channels")
    for start in range(0, x.shape[1], size):
        group = x[:, start:start + size]
        mean, var = group.mean(axis=(1, 2, 3), keepdims=True), group.var(axis=(1, 2, 3), keepdims=True)
        x_hat[:, start:start + size] = (group - mean) / np.sqrt(var + eps)
    return scaled(x_hat, gamma, beta)


@mistake("You average the variances of the channels of a group. That leaves out how far the channels' means are apart: "
         "take the variance of all entries of the group at once.")
def mean_of_variances(x, gamma, beta, n_groups, eps=1e-5):
    groups = apart(x, n_groups)
    mean = groups.mean(axis=(2, 3, 4), keepdims=True)
    var = groups.var(axis=(3, 4), keepdims=True).mean(axis=2, keepdims=True)
    return scaled(((groups - mean) / np.sqrt(var + eps)).reshape(x.shape), gamma, beta)


@mistake("You return 0 for a constant group. Its x_hat is 0, so each channel becomes its beta.")
def constant_as_zero(x, gamma, beta, n_groups, eps=1e-5):
    flat = np.ptp(apart(x, n_groups), axis=(2, 3, 4)) == 0
    out = norm(x, gamma, beta, n_groups, eps)
    return np.where(np.repeat(flat, x.shape[1] // n_groups, axis=1)[:, :, None, None], 0.0, out)


@alternative
def group_by_group(x, gamma, beta, n_groups, eps=1e-5):
    n, c, h, w = x.shape
    if c % n_groups != 0:
        raise ValueError(f"{c} channels cannot form {n_groups} equal groups")
    out, size = np.empty(x.shape), c // n_groups
    for image in range(n):
        for first in range(0, c, size):
            values = x[image, first:first + size].ravel().tolist()
            mean = sum(values) / len(values)
            var = sum((value - mean) ** 2 for value in values) / len(values)
            for channel in range(first, first + size):
                out[image, channel] = gamma[channel] * (x[image, channel] - mean) / (var + eps) ** 0.5 + beta[channel]
    return out


@alternative
def split_along_the_channels(x, gamma, beta, n_groups, eps=1e-5):
    parts = []  # np.split raises ValueError for unequal groups
    for group, scale, shift in zip(*(np.split(each, n_groups, axis=axis)
                                     for each, axis in ((x, 1), (gamma, 0), (beta, 0)))):  # fmt: skip
        centered = group - group.mean(axis=(1, 2, 3), keepdims=True)
        var = np.einsum("nchw,nchw->n", centered, centered)[:, None, None, None] / group[0].size
        parts.append(scale[:, None, None] * centered / np.sqrt(var + eps) + shift[:, None, None])
    return np.concatenate(parts, axis=1)


@alternative
def folded(x, gamma, beta, n_groups, eps=1e-5):
    check(x, n_groups)
    n, c, h, w = x.shape
    flat = x.reshape(n * n_groups, -1)
    mean, square = flat.mean(axis=1), (flat**2).mean(axis=1)
    rate = np.repeat(1 / np.sqrt(np.maximum(square - mean**2, 0) + eps), c // n_groups).reshape(n, c) * gamma
    shift = beta - np.repeat(mean, c // n_groups).reshape(n, c) * rate
    return x * rate[:, :, None, None] + shift[:, :, None, None]
