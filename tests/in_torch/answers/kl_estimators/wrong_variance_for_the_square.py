import torch


def kl_estimators(logp, ref_logp):
    """Three estimates of KL(policy ‖ reference) from samples of the policy."""
    d = ref_logp - logp
    # expm1 keeps the digits that exp(d) - 1 loses for small d.
    return -d.mean(), d.var() / 2, (torch.expm1(d) - d).mean()
