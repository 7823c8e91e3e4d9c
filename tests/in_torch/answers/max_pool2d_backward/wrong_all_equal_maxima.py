# mistake: all_equal_maxima
import torch


def max_pool2d_backward(dout, image, size, stride):
    grad = torch.zeros_like(image)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + size)
            columns = slice(j * stride, j * stride + size)
            window = image[rows, columns]
            grad[rows, columns] += (window == window.max()) * dout[i, j]
    return grad
