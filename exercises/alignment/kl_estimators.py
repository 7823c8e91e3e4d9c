"""Estimating the KL penalty

How far has a policy moved from its reference model? The divergence
KL(policy || reference) is an expectation under the policy, so it can be
estimated from samples of the policy. With

    d_i = ref_logp[i] - logp[i]

for sample i, three estimators are in use:

    k1 = mean of -d_i
    k2 = mean of d_i² / 2
    k3 = mean of exp(d_i) - 1 - d_i

logp      (n,) log-probabilities of the samples under the policy
ref_logp  (n,) the same samples under the reference model
returns   a tuple (k1, k2, k3) of three numbers

    >>> logp = np.log(np.array([0.5, 0.2]))
    >>> ref_logp = np.log(np.array([0.25, 0.4]))
    >>> [round(float(k), 4) for k in kl_estimators(logp, ref_logp)]
    [0.0, 0.2402, 0.25]

Edge cases
- one sample: n = 1
- nothing moved: where all d_i are 0, so are the three results
- small differences: for d_i of about 1e-6, k3 is right to a relative error of
  1e-6, though it is only about 5e-13
- large differences: d_i up to ±20
"""

import numpy as np


def kl_estimators(logp, ref_logp):
    raise NotImplementedError
