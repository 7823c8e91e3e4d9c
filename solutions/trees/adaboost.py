"""AdaBoost with all stumps written down once.

The stumps do not depend on the weights, so what each of them says of every sample is computed before the first round.
In a round, one product of the misses with the weights gives all errors. The stumps are listed in the order that settles
ties, and the first whose error is within 1e-12 of the least is taken: rounding sets equal errors apart by 1e-17.

O(n² d) time and memory for the table, then O(n² d) per round. Sorting each column once and sweeping it with running
sums of the weights takes O(n d) per round.
"""

from itertools import pairwise

import numpy as np


def adaboost(X, y, n_rounds):
    """(feature, threshold, sign, alpha) of each round's stump."""
    stumps = [
        (feature, float(low + high) / 2, sign)
        for feature, column in enumerate(X.T)
        for low, high in pairwise(np.unique(column))
        for sign in (1.0, -1.0)
    ]
    if not stumps:
        return []
    said = np.array([np.where(X[:, feature] > threshold, sign, -sign) for feature, threshold, sign in stumps])
    weights, model = np.full(len(y), 1 / len(y)), []
    for _ in range(n_rounds):
        errors = (said != y) @ weights  # one per stump
        best = np.argmax(errors <= errors.min() + 1e-12)  # the first of them
        if errors[best] >= 0.5 - 1e-12:
            break
        error = max(errors[best], 1e-10)
        alpha = np.log((1 - error) / error) / 2
        model.append((*stumps[best], float(alpha)))
        if errors[best] <= 1e-10:
            break
        weights = weights * np.exp(-alpha * y * said[best])
        weights = weights / weights.sum()
    return model


# What an interviewer asks next
#
# How does the model predict? It takes the sign of the sum of alpha * h(x) over the rounds, a weighted vote.
#
# Which loss does AdaBoost minimize? The exponential loss, mean(exp(-y * F(x))) with F the weighted sum of stumps. Each
# round adds the stump and the alpha that lower it most, with the earlier rounds fixed. That is where alpha and the
# weights come from.
#
# Why is it sensitive to label noise? The weight of a sample that stays wrong grows by exp(alpha) per round, before all
# weights are divided by their sum. So mislabeled samples dominate the later rounds. Losses that grow linearly, such as
# the logistic loss, hurt less.
#
# What is the error of the last stump under the new weights? Exactly 1/2. The update makes the wrong samples weigh as
# much as the right ones, so the next round cannot take the same stump again.
