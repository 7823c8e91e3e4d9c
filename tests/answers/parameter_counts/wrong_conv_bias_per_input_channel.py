# WRONG: the conv bias is counted per input channel; witness: conv_params(3, 3, 16)
import numpy as np


def conv_params(k, c_in, c_out):
    return k * k * c_in * c_out + c_in


def dense_params(n_in, n_out):
    return n_in * n_out + n_out
