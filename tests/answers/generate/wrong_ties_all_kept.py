# WRONG: everything that reaches the k-th largest logit is kept
import numpy as np


def generate(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    ids = list(prompt)
    for _ in range(max_new_tokens):
        logits = np.array(step(list(ids)), dtype=float)
        if temperature == 0:
            token = int(np.argmax(logits))
        else:
            if top_k is not None:
                kth = np.sort(logits)[-min(top_k, len(logits))]
                logits[logits < kth] = -np.inf
            p = np.exp((logits - logits.max()) / temperature)
            token = int(rng.choice(len(p), p=p / p.sum()))
        ids.append(token)
        if token == eos:
            break
    return ids
