# WRONG: kernel area taken as 2*k instead of k*k, equal for k = 2; witness: conv_params(3, 2, 4)
import numpy as np


def conv_params(k, c_in, c_out):
    area = k + k
    return area * c_in * c_out + c_out


def dense_params(n_in, n_out):
    return n_in * n_out + n_out
