"""The generation loop: score, choose, append, and stop at the end of the text.

One stable sort serves every case of sampling: its first k positions are exactly the ones to keep, equal logits by
index, and a slice to None or beyond V keeps all. Subtracting the largest logit before dividing by the temperature
leaves only numbers up to 0, which cannot overflow. `eos is not None` matters, because 0 is a valid id.

O(new tokens · (the cost of step + V log V)) time.
"""

import numpy as np


def generate(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    """The ids of the prompt and up to ``max_new_tokens`` new ones, in a new list."""
    ids = list(prompt)
    for _ in range(max_new_tokens):
        token = choose(step(ids), temperature, top_k, rng)
        ids.append(token)
        if eos is not None and token == eos:
            break
    return ids


def choose(logits, temperature, top_k, rng):
    """One id: the first largest at temperature 0, else drawn from the softmax over the ``top_k`` largest."""
    if temperature == 0:
        return int(np.argmax(logits))
    kept = np.argsort(-logits, kind="stable")[:top_k]
    best = logits[kept]
    exps = np.exp((best - best[0]) / temperature)
    return int(rng.choice(kept, p=exps / np.sum(exps)))


# What an interviewer asks next
#
# What does this loop cost without a cache? Every step runs the model over all ids so far, so n new tokens cost about n
# times a full pass that grows with the length. With a key-value cache, step gets only the new token and its position,
# and each round computes a single row.
#
# How do you generate for a batch? Sequences end at different rounds, so a mask remembers which are finished, and these
# get padding until all are. Prompts of different lengths are padded on the left. Servers go further: they fill the
# place of a finished sequence with a new request at once (continuous batching).
#
# How do you stop at a string rather than a token? The string may be spread over several tokens, or end inside one. So
# decode the text after every token, search its end for the string, and cut the text there. While streaming, hold back
# characters that may be its beginning.
#
# Why are greedy results not always reproducible? The batch size and the kernel change the order of sums, so logits
# differ in the last digits. Where two are nearly equal another token wins, and from then on the text is another one.
