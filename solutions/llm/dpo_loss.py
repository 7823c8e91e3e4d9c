"""DPO as logistic regression on differences of log-probabilities.

A model's implicit reward for an answer is beta times its log-ratio to the reference, up to a term that depends only on
the prompt and cancels in the difference. -log sigmoid(m) is log(1 + exp(-m)), the softplus of -m, and
np.logaddexp(0, -m) computes it without overflow for any margin.

O(n) time and memory.
"""

import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    """The mean of -log sigmoid(margin), where the margin compares log-ratios to the reference."""
    margins = beta * ((chosen - ref_chosen) - (rejected - ref_rejected))
    return np.mean(np.logaddexp(0.0, -margins))


# What an interviewer asks next
#
# What is the loss before the first step, when the model equals the reference? log 2: every margin is 0.
#
# What is the gradient? -beta σ(-margin) times (∇ log p(chosen) - ∇ log p(rejected)): pairs that are already ordered
# well hardly count.
#
# What does beta do? It is the strength of the KL penalty in the objective from which DPO is derived. With a small beta
# the model must move far from the reference before the loss becomes small.
#
# Can the chosen answer's own probability fall? Yes: only the difference is trained. It often does, and some variants
# add a plain likelihood term for the chosen answer.
