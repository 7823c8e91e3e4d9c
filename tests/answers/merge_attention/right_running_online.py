import numpy as np


def merge_attention(outputs, log_sums):
    """One block after another; a query that has seen nothing takes the new block as it is."""
    out = outputs[0].astype(float)
    lse = log_sums[0].astype(float)
    for o, l in zip(outputs[1:], log_sums[1:]):
        for t in range(len(lse)):
            if np.isneginf(l[t]):
                continue
            if np.isneginf(lse[t]):
                out[t], lse[t] = o[t], l[t]
                continue
            total = np.logaddexp(lse[t], l[t])
            out[t] = out[t] * np.exp(lse[t] - total) + o[t] * np.exp(l[t] - total)
            lse[t] = total
    return out, lse
