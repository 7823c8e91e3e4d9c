import numpy as np


class Conv2d:
    def __init__(self, weight, bias, *, stride, padding):
        self.out_channels, self.in_channels, self.k, _ = weight.shape
        self.weight = np.ascontiguousarray(weight).reshape(self.out_channels, -1).T
        self.bias = bias
        self.stride, self.padding = stride, padding

    def _unfold(self, x):
        p, s, k = self.padding, self.stride, self.k
        x = np.ascontiguousarray(np.pad(x, ((0, 0), (0, 0), (p, p), (p, p))))
        N, C, H, W = x.shape
        self.oh, self.ow = (H - k) // s + 1, (W - k) // s + 1
        a, b, c, d = x.strides
        return np.lib.stride_tricks.as_strided(
            x, (N, self.oh, self.ow, C, k, k), (a, c * s, d * s, b, c, d), writeable=False)

    def __call__(self, x):
        N = x.shape[0]
        patches = self._unfold(x).reshape(N * self.oh * self.ow, -1)
        y = np.add(patches @ self.weight, self.bias)
        return np.ascontiguousarray(y.reshape(N, self.oh, self.ow, -1).transpose(0, 3, 1, 2))


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    return Conv2d(weight, bias, stride=stride, padding=padding)(x)
