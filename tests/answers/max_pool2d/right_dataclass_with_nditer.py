from dataclasses import dataclass

import numpy as np


@dataclass
class MaxPool2d:
    kernel_size: int
    stride: int

    def forward(self, x):
        oh, ow = ((n - self.kernel_size) // self.stride + 1 for n in x.shape)
        y = np.full((oh, ow), -np.inf)
        for (i, j) in np.ndindex(oh, ow):
            r, c = i * self.stride, j * self.stride
            for v in np.nditer(x[r:r + self.kernel_size, c:c + self.kernel_size]):
                if v > y[i, j]:
                    y[i, j] = v
        return y


def max_pool2d(image, size, stride):
    return MaxPool2d(size, stride).forward(np.asarray(image))
