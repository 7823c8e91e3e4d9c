import numpy as np


class BatchNorm1d:
    """PyTorch-like, training mode only."""

    def __init__(self, weight, bias, eps):
        self.weight, self.bias, self.eps = weight, bias, eps

    def forward(self, input):
        x = np.array(input, dtype=np.float64)
        x -= x[:1]                                   # the origin does not matter
        x -= np.einsum("nd->d", x) / len(x)
        power = np.einsum("nd,nd->d", x, x) / len(x)
        x *= self.weight * np.reciprocal(np.sqrt(power + self.eps))
        x += self.bias
        return x


def batch_norm(x, gamma, beta, eps=1e-5):
    return BatchNorm1d(np.asarray(gamma, float), np.asarray(beta, float), eps).forward(x)
