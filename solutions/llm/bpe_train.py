"""Byte-pair encoding by recounting: clear, and fast enough for an interview.

Every round counts all neighboring pairs from scratch, because a merge removes some pairs and creates others.
Ordering the pairs by (-count, pair) settles the ties in the same expression that finds the winner. Tuples compare
element by element, which differs from comparing the joined strings: ("a", "bc") comes before ("ab", "a").

O(n_merges · total length of the distinct words) time.
"""

from collections import Counter
from itertools import pairwise


def bpe_train(words, n_merges):
    """The merges learned from ``words`` (word -> count), in order."""
    tokens = {word: list(word) for word in words}
    merges = []
    for _ in range(n_merges):
        counts = Counter()
        for word, parts in tokens.items():
            for pair in pairwise(parts):
                counts[pair] += words[word]
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        merges.append(best)
        tokens = {word: merged(parts, best) for word, parts in tokens.items()}
    return merges


def merged(parts, pair):
    """The tokens with every occurrence of ``pair`` merged, from left to right."""
    joined = []
    for token in parts:
        if joined and (joined[-1], token) == pair:
            joined[-1] += token  # now longer than pair[0], so it is not used again
        else:
            joined.append(token)
    return joined


# What an interviewer asks next
#
# How is it made fast for a large corpus? Keep the counts, an index from each pair to the words that hold it, and a
# heap of pairs by count. A merge then touches only those words, and changes only the counts of the pairs to the left
# and right of each merged position.
#
# Why bytes rather than characters? There are only 256 of them, so no input is ever unknown. A rare script simply
# costs more tokens.
#
# How does encoding use the merges? In the order in which they were learned, because a later merge builds on the
# tokens of earlier ones. Counts no longer matter.
#
# What does the split into words do? It keeps tokens from reaching across spaces or punctuation. Without it, common
# phrases would become single tokens, and training would have to treat the corpus as one long word.
