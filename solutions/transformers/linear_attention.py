"""Causal linear attention: the sums over the past do not depend on the query, so they are carried along.

Without an exponential around it, φ(q) · φ(k) v can be grouped the other way: φ(q) times the matrix φ(k) vᵀ. The
matrices of all keys so far add up to one state S of (d, d_v), and their features to one vector z of (d,). A cumulative
sum along the tokens gives every token its own state. It is a recurrent network with a state of fixed size.

O(T · d · d_v) time and memory; a loop that keeps only the current state needs O(d · d_v) memory beside the result.
"""

import numpy as np


def linear_attention(Q, K, V):
    """(T, d_v): each token's weighted mean of the values up to its own."""
    queries, keys = features(Q), features(K)
    states = np.cumsum(keys[:, :, None] * V[:, None, :], axis=0)  # (T, d, d_v)
    sums = np.cumsum(keys, axis=0)  # (T, d)
    weighted = np.einsum("td,tde->te", queries, states)
    return weighted / (queries * sums).sum(axis=1, keepdims=True)


def features(x):
    """ELU plus 1: positive everywhere, and no exponent above 0."""
    return np.maximum(x, 0) + np.exp(np.minimum(x, 0))


# What an interviewer asks next
#
# Why must the feature map be positive? The weights are its dot products, and they are divided by their sum. With
# negative features a weight could be negative and the sum could come close to 0, so the output would explode.
#
# What does it gain while decoding? The state of (d, d_v) numbers per head replaces the cache of keys and values. Memory
# and time per new token stay the same, however long the sequence is.
#
# What is lost against softmax attention? The state has a fixed size, so it can keep about d keys apart, and no more.
# Exact recall of one token far back, as in copying, gets worse. Softmax can also put nearly all weight on one key,
# which these feature maps hardly can.
#
# How is it trained fast on a GPU? In chunks: within a chunk of, say, 64 tokens it uses the small matrix of scores with
# a causal mask, and for everything before the chunk it uses the state. That is mostly matrix products, where a
# cumulative sum over all tokens would move T states through memory.
