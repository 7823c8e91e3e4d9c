"""forward-mode autodiff with a tiny dual number"""
from dataclasses import dataclass
import numpy as np


@dataclass
class Dual:
    val: np.ndarray
    dot: np.ndarray

    @staticmethod
    def seed(x):
        x = np.asarray(x, dtype=np.float64)
        return Dual(x, np.ones(x.shape))

    def scale(self, c):
        return Dual(c * self.val, c * self.dot)

    def where_positive(self, other):
        keep = self.val > 0
        return Dual(np.where(keep, self.val, other.val), np.where(keep, self.dot, other.dot))

    def tanh(self):
        t = np.tanh(self.val)
        return Dual(t, (1.0 - t) * (1.0 + t) * self.dot)

    def shift(self, c):
        return Dual(self.val + c, self.dot)


def relu_grad(x):
    d = Dual.seed(x)
    return d.where_positive(d.scale(0.0)).dot


def leaky_relu_grad(x, slope=0.01):
    d = Dual.seed(x)
    return d.where_positive(d.scale(slope)).dot


def sigmoid_grad(x):
    return Dual.seed(x).scale(0.5).tanh().scale(0.5).shift(0.5).dot


def tanh_grad(x):
    return Dual.seed(x).tanh().dot
