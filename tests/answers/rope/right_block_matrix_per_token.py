import numpy as np


def rope(x, positions, base=10000.0):
    """One skew-orthogonal (d, d) matrix per token, applied by matmul."""
    d = x.shape[-1]
    def rotation(p):
        M = np.zeros((d, d))
        for j in range(0, d, 2):
            t = float(p) / base ** (j / d)
            M[j:j + 2, j:j + 2] = [[np.cos(t), np.sin(t)], [-np.sin(t), np.cos(t)]]
        return M
    R = np.stack([rotation(p) for p in positions])
    return (x[..., None, :] @ R)[..., 0, :]
