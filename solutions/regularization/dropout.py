"""Inverted dropout: drop with chance p, and divide the rest by 1 - p.

An entry survives with chance 1 - p and is then divided by 1 - p, so its expectation is the entry itself for any
p. All the correction happens in training, where a mask is drawn anyway. Inference is the identity and does not
even need p. The uniform draw is in [0, 1), so `>= p` keeps everything at p = 0.

O(size of x) time and memory.
"""


def dropout(x, p, rng, training=True):
    """x with entries dropped at random in training, and as it is otherwise."""
    if not 0 <= p < 1:
        raise ValueError("p is a chance of at least 0 and below 1")
    if not training:
        return x
    keep = rng.random(x.shape) >= p  # one decision per entry
    return x * keep / (1 - p)


# What an interviewer asks next
#
# Why divide in training rather than multiply by 1 - p at inference? Both match the means. After dividing in
# training, the deployed network needs no dropout code at all.
#
# Does it preserve the variance too? No: an entry's second moment grows by a factor of 1 / (1 - p). That is why
# dropout right before a batch norm is awkward: its running variance then disagrees with what inference sees.
#
# What does the backward pass look like? The same mask and the same factor: dx = dout * keep / (1 - p). So
# the mask must be kept from the forward pass.
#
# What changes for images? Neighboring pixels repeat each other, so dropping single ones takes little away;
# dropping whole channels (one decision per sample and channel) does.
