import numpy as np


def info_nce(a, b, temperature=0.07):
    """mean_i log sum_j exp(s_ij - s_ii)"""
    x, y = (np.array(v, dtype=np.float64) for v in (a, b))
    s = np.einsum("id,jd->ij", x, y)
    s /= np.sqrt(np.einsum("id,id->i", x, x))[:, None]
    s /= np.sqrt(np.einsum("jd,jd->j", y, y))[None, :]
    s /= temperature
    return np.logaddexp.reduce(s - s.diagonal()[:, None], axis=1).mean()
