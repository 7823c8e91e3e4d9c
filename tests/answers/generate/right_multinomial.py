import numpy as np


def generate(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    ids = tuple(prompt)
    for _ in range(max_new_tokens):
        logits = np.asarray(step(list(ids)), dtype=np.float64)
        if temperature == 0:
            token = np.argmax(logits)
        else:
            z = (logits - np.max(logits)) / temperature
            p = np.exp(z)
            if top_k is not None:
                order = np.argsort(-logits, kind="stable")
                p[order[top_k:]] = 0.0
            token = rng.multinomial(1, p / p.sum()).argmax()
        ids += (int(token),)
        if eos is not None and token == eos:
            return list(ids)
    return list(ids)
