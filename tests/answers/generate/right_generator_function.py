import itertools
import numpy as np


def stream(step, prompt, eos, pick):
    context = list(prompt)
    while True:
        context.append(pick(step(list(context))))
        yield context[-1]
        if eos is not None and context[-1] == eos:
            return


def generate(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    def pick(logits):
        pairs = sorted(((-float(v), i) for i, v in enumerate(logits)))
        if not temperature:
            return pairs[0][1]
        pairs = pairs[:top_k]
        weights = np.exp([(pairs[0][0] - a) / temperature for a, _ in pairs])
        u = rng.uniform(0, weights.sum())
        return pairs[min(int(np.searchsorted(np.cumsum(weights), u, side="right")), len(pairs) - 1)][1]

    return list(prompt) + list(itertools.islice(stream(step, prompt, eos, pick), max_new_tokens))
