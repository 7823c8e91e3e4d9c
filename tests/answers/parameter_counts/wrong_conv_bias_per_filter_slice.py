# WRONG: the conv bias is one per filter slice (c_in * c_out biases), equal only for c_in = 1; witness: conv_params(3, 2, 4)
import numpy as np


def conv_params(k, c_in, c_out):
    per_slice = k * k + 1
    return per_slice * c_in * c_out


def dense_params(n_in, n_out):
    return (n_in + 1) * n_out
