"""Byte-pair encoding of one word: the training's merges replayed in their order.

The order carries all that training knew. A merge may only glue tokens that earlier merges have made, so replaying
them one by one, each once, cuts a word exactly as training would have cut it. Tokens are compared whole, pair
against pair: comparing glued text would also glue tokens that were cut differently.

O(len(merges) · len(word)) time.
"""


def bpe_encode(word, merges):
    """The tokens of ``word``: its characters, after one pass of every merge in turn."""
    tokens = list(word)
    for pair in merges:
        tokens = merged(tokens, pair)
    return tokens


def merged(tokens, pair):
    """The tokens with every occurrence of ``pair`` glued, from left to right."""
    glued = []
    for token in tokens:
        if glued and (glued[-1], token) == pair:
            glued[-1] += token  # now longer than pair[0], so it is not used again
        else:
            glued.append(token)
    return glued


# What an interviewer asks next
#
# How do real tokenisers avoid walking through all merges for every word? They look up the rank of each pair of
# neighbours and always merge the lowest one, with a heap or by scanning, and they cache frequent words. For merges
# that come from training both give the same tokens.
#
# When would the two differ? If a merge stands before the ones that make its parts. Training never writes such a
# list, but a hand-made one may hold it: here the early merge has had its turn, by rank it would still be applied.
#
# Is the result the shortest possible cut? Not always. It is greedy; a search over all cuts, or a unigram model, may
# need fewer tokens.
