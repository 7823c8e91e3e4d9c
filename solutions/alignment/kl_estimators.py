"""Three estimators of KL(policy || reference) from samples of the policy.

k1 is unbiased, but single terms may be negative, and it is noisy. k2 has little noise and a bias. k3 adds exp(d) - 1 to
k1, whose expectation is 0 under the policy: so it is unbiased as well, and no term is negative. For d near 0 it is
about d² / 2, far below the rounding of exp(d), so np.expm1 computes exp(d) - 1 to full precision.

O(n) time and memory.
"""

import numpy as np


def kl_estimators(logp, ref_logp):
    """(k1, k2, k3), each a mean over the samples."""
    d = ref_logp - logp
    return np.mean(-d), np.mean(d**2) / 2, np.mean(np.expm1(d) - d)


# What an interviewer asks next
#
# Why is k3 unbiased? Under the policy, the mean of exp(d) is the sum of π · (π_ref / π) = 1. So exp(d) − 1 has the mean
# 0 and may be added. It is a control variate, which goes down where −d goes up.
#
# Why is every term of k3 at least 0? exp(d) ≥ 1 + d for every d, with equality at 0 alone.
#
# When is k3 worse than k1? If the reference model gives some samples far more probability than the policy does, exp(d)
# is huge for a few samples, and the variance explodes. k1 grows only linearly in d.
#
# Is the gradient of an unbiased estimator that of the KL? Not in general: the samples depend on the policy too. The
# gradient of the mean of k1 with fixed samples has the expectation 0, while that of k2 has the KL's gradient as its
# expectation. As a penalty inside the reward, k1 is right.
