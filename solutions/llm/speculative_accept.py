"""The accept-or-resample rule of speculative decoding.

Why does the first token follow p exactly? It is t because t was drafted and accepted, with probability
q(t) min(1, p(t) / q(t)) = min(p(t), q(t)), or because another token was rejected and t drawn instead. A rejection has
the total probability Σ max(p - q, 0), which is exactly what the residual is divided by, so this adds
max(p(t) - q(t), 0). Together: p(t). After a rejection the later drafts are worthless, because they were conditioned on
a token that did not come out.

O(k + V) time.
"""

import numpy as np


def speculative_accept(p, q, tokens, rng):
    """The accepted prefix of the drafted tokens, and the replacement of the first rejected one."""
    emitted = []
    for target, draft, token in zip(p, q, tokens.tolist(), strict=True):
        if rng.random() < target[token] / draft[token]:
            emitted.append(token)
        else:
            residual = np.maximum(target - draft, 0)
            emitted.append(int(rng.choice(len(residual), p=residual / np.sum(residual))))
            break
    return emitted


# What an interviewer asks next
#
# How probable is it that a token is accepted? Σ min(p, q) = 1 - TV(p, q): one minus the total variation distance of
# the two models at that position.
#
# How many tokens does one pass give? With a constant acceptance rate a, (1 - a^(k+1)) / (1 - a) on average,
# counting the one that the target can add when all k are accepted, from its scores at position k + 1.
#
# Why is it faster at all, if the target scores every token anyway? Decoding one token at a time is limited by reading
# the weights. Scoring k positions reads them once.
#
# What if the draft samples at another temperature, or with top-k? The rule holds for any q, as long as q is the
# distribution that the tokens were really drawn from.
