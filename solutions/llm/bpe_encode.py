"""Byte-pair encoding of one word: replay the merges in the order in which they were learned.

That order carries everything training knew. A merge joins tokens that are characters or that earlier merges made,
so replaying the merges one by one, each once, cuts a word exactly as training would have cut it. Compare tokens
whole, pair against pair: comparing joined text would also merge tokens that were cut differently.

O(len(merges) · len(word)) time.
"""


def bpe_encode(word, merges):
    """The tokens of ``word``: its characters, after one pass of every merge in turn."""
    tokens = list(word)
    for pair in merges:
        tokens = merged(tokens, pair)
    return tokens


def merged(tokens, pair):
    """The tokens with every occurrence of ``pair`` merged, from left to right."""
    joined = []
    for token in tokens:
        if joined and (joined[-1], token) == pair:
            joined[-1] += token  # now longer than pair[0], so it is not used again
        else:
            joined.append(token)
    return joined


# What an interviewer asks next
#
# How do real tokenizers avoid going through all merges for every word? They look up the rank of each neighboring
# pair and always merge the pair with the lowest rank, with a heap or by scanning, and they cache frequent words. For
# merges that come from training, both give the same tokens.
#
# When would the two differ? If a merge comes before the merges that build its parts. Training never produces such a
# list, but one written by hand may hold it: here the early merge has had its turn, by rank it would still be applied.
#
# Is the result the shortest possible cut? Not always. BPE is greedy. A search over all cuts, or a unigram model, may
# need fewer tokens.
