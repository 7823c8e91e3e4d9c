"""nDCG: one sum over ranks, for the order by score and for the best order there is.

A stable sort of the negated scores ranks equal scores by index. The ideal order sorts all grades and is cut after k:
with the k retrieved grades alone, a ranking that misses the best items could still score 1. The base of the logarithm
cancels in the quotient.

O(n log n) time.
"""

import numpy as np


def ndcg_at_k(relevance, scores, k):
    """The DCG of the first k items by score, divided by that of the k most relevant items."""
    order = np.argsort(-scores, kind="stable")  # (n,)
    ideal = dcg(np.sort(relevance)[::-1][:k])
    return dcg(relevance[order[:k]]) / ideal if ideal > 0 else 0.0


def dcg(grades):
    """The discounted gain of grades in the order of their ranks."""
    ranks = np.arange(1, len(grades) + 1)
    return np.sum((2.0**grades - 1) / np.log2(ranks + 1))


# What an interviewer asks next
#
# Why is the gain 2^rel − 1 and not rel? It makes one highly relevant item worth several fairly relevant ones: grade 3
# gains 7 and grade 1 gains 1. With grades 0 and 1 the two gains are the same.
#
# Can a model be trained on nDCG directly? It is flat wherever the order does not change, so its gradient is 0 almost
# everywhere. LambdaRank weighs the gradient of each pair by how much nDCG changes when the two items swap places;
# other losses replace ranks by smooth approximations.
#
# What do you report for queries without a relevant item? Their nDCG is 0/0. They are left out or set to a fixed
# value: 0 in some libraries, 1 in others. The choice moves the mean over queries, so state it.
#
# How does it differ from MRR and recall@k? MRR looks only at the first relevant item. Recall@k ignores the order within
# the first k and needs binary labels. nDCG uses graded relevance and every rank up to k.
