import numpy as np


def softmax(z):
    z = z - z.max()
    e = np.exp(z)
    return e / e.sum()


def generate(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    tokens = [int(t) for t in prompt]
    goal = len(tokens) + max_new_tokens
    while len(tokens) < goal:
        logits = np.array(step(tokens), dtype=float)
        if temperature == 0:
            nxt = int(logits.argmax())
        else:
            if top_k is not None and top_k < len(logits):
                drop = np.argsort(-logits, kind="stable")[top_k:]
                logits[drop] = -np.inf
            nxt = int(rng.choice(len(logits), p=softmax((logits - logits.max()) / temperature)))
        tokens.append(nxt)
        if nxt == eos:
            break
    return tokens
