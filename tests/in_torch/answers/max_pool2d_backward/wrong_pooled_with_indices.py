# kind: calls
import torch
import torch.nn.functional as F


def max_pool2d_backward(dout, image, size, stride):
    _, indices = F.max_pool2d(image[None, None], size, stride, return_indices=True)
    grad = torch.zeros(image.numel(), dtype=dout.dtype)
    return grad.index_add_(0, indices.flatten(), dout.flatten()).reshape(image.shape)
