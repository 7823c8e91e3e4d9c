# WRONG: the returned log-sum lacks the maximum that was subtracted
import numpy as np


def merge_attention(outputs, log_sums):
    e = np.exp(log_sums - log_sums.max(axis=0))
    s = e.sum(axis=0)
    return (e[..., None] * outputs).sum(axis=0) / s[:, None], np.log(s)
