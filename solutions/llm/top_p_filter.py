"""Top-p filtering: keep a token while those before it have not reached p.

Asking for the sum before a token, instead of the sum with it, keeps the token that crosses p without a special case:
the first token has 0 before it and is kept for every p > 0. A stable sort of the negated scores puts equal ones in
index order.

O(V log V) time, O(V) memory.
"""

import numpy as np


def top_p_filter(logits, p):
    """``logits`` (V,) with all but the smallest most likely set that reaches ``p`` at minus infinity."""
    order = np.argsort(-logits, kind="stable")
    exps = np.exp(logits[order] - logits[order[0]])  # descending, the first one is 1
    probs = exps / np.sum(exps)
    before = np.cumsum(probs) - probs
    kept = order[before < p]
    filtered = np.full(len(logits), -np.inf)
    filtered[kept] = logits[kept]
    return filtered


# What an interviewer asks next
#
# How do temperature and top-p work together? Temperature usually comes first and changes the probabilities, so a
# higher one lets more tokens into the nucleus. In the other order the set would not depend on it.
#
# What can go wrong with p = 1? The running sum may end at 0.9999999 or reach 1 early, so a search in it can miss the
# last tokens or point past the end. Comparing what comes before each token keeps all that matter.
#
# What does min-p do? It keeps the tokens with at least a given share of the largest probability: one comparison, no
# sorting, and like top-p it adapts to how sure the model is.
