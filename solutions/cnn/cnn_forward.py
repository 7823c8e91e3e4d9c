"""A small CNN, forward, from three small functions.

The shapes tell the story: a 3 x 3 convolution with padding 1 keeps rows and columns and changes channels, pooling
halves rows and columns and keeps channels, flattening leaves one vector. Pooling needs no windows here: size
equals stride, so a crop and a reshape give each window two axes. The softmax is shifted by its largest logit,
which keeps every exponential at most 1.

O(H * W * 9 * (C * C1 + C1 * C2 / 4)) time for the convolutions, which dominate.
"""

import numpy as np


def convolve(image, weight, bias):
    """3 x 3, padding 1: (C_in, H, W) -> (C_out, H, W)."""
    padded = np.pad(image, ((0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(1, 2))  # (C_in, H, W, 3, 3)
    return np.einsum("cijab,ocab->oij", windows, weight) + bias[:, np.newaxis, np.newaxis]


def pool(image):
    """Max over 2 x 2 windows: (C, H, W) -> (C, H // 2, W // 2)."""
    channels, h, w = image.shape
    cropped = image[:, : h // 2 * 2, : w // 2 * 2]
    return cropped.reshape(channels, h // 2, 2, w // 2, 2).max(axis=(2, 4))


def relu(x):
    """Negative entries to 0."""
    return np.maximum(x, 0.0)


def cnn_forward(image, params):
    """Class probabilities of one image (C, H, W)."""
    x = pool(relu(convolve(image, params["conv1_w"], params["conv1_b"])))  # (C1, H // 2, W // 2)
    x = pool(relu(convolve(x, params["conv2_w"], params["conv2_b"])))  # (C2, H // 4, W // 4)
    hidden = relu(x.ravel() @ params["fc1_w"] + params["fc1_b"])  # (hidden,)
    logits = hidden @ params["fc2_w"] + params["fc2_b"]  # (classes,)
    exps = np.exp(logits - logits.max())
    return exps / exps.sum()


# What an interviewer asks next
#
# Does it matter whether ReLU or pooling comes first? Not for the result: a maximum and a monotone function
# can be swapped. Pooling first leaves a quarter of the entries for the ReLU.
#
# How large is the receptive field of a pixel after the second pooling? 3 x 3, pooled 4 x 4, convolved 8 x
# 8, pooled 10 x 10 pixels of the image.
#
# Why does the flattening order matter? fc1_w has one row per (channel, row, column). Weights from a
# framework that keeps channels last need their rows reordered.
#
# How do you make it accept images of any size? Replace flattening by global average pooling over rows and
# columns, so that the dense layer's input is C2 long whatever the image is.
