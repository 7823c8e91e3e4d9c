import numpy as np


def conv_params(k, c_in, c_out):
    return (k * k * c_in + 1) * c_out


def dense_params(n_in, n_out):
    return (n_in + 1) * n_out
