import numpy as np

# Simpson table of the normal CDF, step 1e-4
_H = 1e-4
_G = np.linspace(-10.0, 10.0, 200001)
_pdf = lambda u: np.exp(-u * u / 2) / np.sqrt(2 * np.pi)
_CDF = np.concatenate([[0.0], np.cumsum((_pdf(_G[:-1]) + 4 * _pdf(_G[:-1] + _H / 2) + _pdf(_G[1:])) * _H / 6)])


def gelu(x):
    x = np.asarray(x, dtype=float)
    return x * np.interp(x, _G, _CDF, left=0.0, right=1.0)
