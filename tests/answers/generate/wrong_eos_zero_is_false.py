# WRONG: `if eos` is false for the id 0
import numpy as np


def generate(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    ids = list(prompt)
    for _ in range(max_new_tokens):
        logits = step(list(ids))
        if temperature == 0:
            token = int(np.argmax(logits))
        else:
            kept = np.argsort(-logits, kind="stable")[:top_k]
            p = np.exp((logits[kept] - logits[kept[0]]) / temperature)
            token = int(rng.choice(kept, p=p / p.sum()))
        ids.append(token)
        if eos and token == eos:
            break
    return ids
