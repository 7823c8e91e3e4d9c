# kind: calls
from torch.nn import grad


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    dx = grad.conv2d_input(x.shape, weight, dout, stride, padding)
    dweight = grad.conv2d_weight(x, weight.shape, dout, stride, padding)
    return dx, dweight, dout.sum(dim=(0, 2, 3))
