import numpy as np


class LinearAttention:
    def __init__(self, d, e):
        self.S = np.zeros((d, e))
        self.z = np.zeros(d)

    @staticmethod
    def phi(x):
        return np.where(x > 0, x + 1.0, np.exp(np.clip(x, None, 0)))

    def step(self, q, k, v):
        k = self.phi(k)
        self.S += k[:, None] * v[None, :]
        self.z += k
        q = self.phi(q)
        return (q @ self.S) / (q @ self.z)


def linear_attention(Q, K, V):
    cell = LinearAttention(Q.shape[1], V.shape[1])
    return np.array([cell.step(*row) for row in zip(Q, K, V)])
