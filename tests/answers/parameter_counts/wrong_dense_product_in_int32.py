# WRONG: 32-bit products, dense_params overflows for large layers; witness: dense_params(100000, 50000)
import numpy as np


def _prod(*dims):
    return int(np.prod(np.array(dims, dtype=np.int32), dtype=np.int32))


def conv_params(k, c_in, c_out):
    return k * k * c_in * c_out + c_out


def dense_params(n_in, n_out):
    return _prod(n_in, n_out) + n_out
