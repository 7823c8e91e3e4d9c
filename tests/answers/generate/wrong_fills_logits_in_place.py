# WRONG: the logits that step returned are overwritten
import numpy as np


def generate(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    ids = list(prompt)
    for _ in range(max_new_tokens):
        logits = step(list(ids))
        if temperature == 0:
            token = int(np.argmax(logits))
        else:
            if top_k is not None:
                logits[np.argsort(-logits, kind="stable")[top_k:]] = -np.inf
            p = np.exp((logits - logits.max()) / temperature)
            token = int(rng.choice(len(p), p=p / p.sum()))
        ids.append(token)
        if token == eos:
            break
    return ids
