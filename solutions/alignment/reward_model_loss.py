"""The preference loss: logistic regression on differences of rewards.

-log sigmoid(m) is log(1 + exp(-m)), and np.logaddexp(0, -m) computes it without overflow for any difference m. Only
differences count, so the rewards have no fixed zero.

O(n) time and memory.
"""

import numpy as np


def reward_model_loss(chosen, rejected):
    """The mean of -log sigmoid(chosen - rejected)."""
    return np.mean(np.logaddexp(0.0, rejected - chosen))


# What an interviewer asks next
#
# What is the gradient with respect to the two rewards? With m the difference, −σ(−m) for the chosen and σ(−m) for the
# rejected one, divided by n. A pair that is already ordered well hardly counts.
#
# Are the rewards of two prompts comparable? Not by this loss: adding a constant to all answers of one prompt changes
# nothing. That is one reason to normalize rewards per prompt before reinforcement learning.
#
# What if more than two answers are ranked? Use all pairs of a ranking in one batch, weighted so that a prompt with more
# answers does not dominate, or the Plackett-Luce likelihood of the whole ranking.
#
# How do you know that a reward model is good? Accuracy on held-out pairs is the first check, though people agree with
# each other on only about three of four pairs, so it cannot be near 1. Then see whether a policy trained on it wins in
# fresh comparisons by people, which accuracy does not tell.
