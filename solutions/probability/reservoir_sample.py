"""Reservoir sampling: algorithm R.

The item at position i enters with the chance k / (i + 1). An item inside survives that step with the chance 1 − (k /
(i + 1)) (1 / k) = i / (i + 1), so its chance to be inside falls from k / i to k / (i + 1): the same as that of the
new one. One random integer decides both whether the item enters and whom it replaces.

O(n) time for n items, O(k) memory.
"""


def reservoir_sample(stream, k, rng):
    """k items of the stream, each set of places equally likely; all items if there are fewer."""
    sample = []
    for i, item in enumerate(stream):
        if i < k:
            sample.append(item)
            continue
        j = rng.integers(0, i + 1)
        if j < k:
            sample[j] = item
    return sample


# What an interviewer asks next
#
# Why is every item equally likely, in one line? Item i ≥ k (from 0) enters with the chance k / (i + 1), and the
# first k enter for sure. Each survives a later step m ≥ k with the chance m / (m + 1). The product telescopes to k /
# n.
#
# How do you avoid a random number per item? Draw how many items to skip until the next one enters (algorithm L).
# That takes O(k (1 + log(n / k))) random numbers, which helps where skipping is cheap.
#
# How do you sample with weights? Give each item the key u^(1/w) with u uniform and keep the k largest keys in a
# heap. This is drawing one after the other without replacement, with chances in proportion to the weights.
#
# How do you merge the samples of two machines? Each sample represents the count of its stream. Draw every place of
# the merged sample from one of the two, with chances in proportion to the counts that remain, and take a random
# unused item of it.
