# WRONG: 1x1 convolutions are taken to have no bias; witness: conv_params(1, 8, 4)
import numpy as np


def conv_params(k, c_in, c_out):
    weights = k * k * c_in * c_out
    return weights + (c_out if k > 1 else 0)


def dense_params(n_in, n_out):
    return n_in * n_out + n_out
