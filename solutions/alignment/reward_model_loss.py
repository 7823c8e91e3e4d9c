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
# What is reward hacking? The policy finds answers that the reward model overrates, such as long ones. A KL penalty to
# the reference model, fresh preference data and checks on length are the usual remedies.
