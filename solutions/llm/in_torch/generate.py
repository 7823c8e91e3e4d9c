import torch


def generate(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    """Sample token after token until eos."""
    ids = list(prompt)
    for _ in range(max_new_tokens):
        token = choose(step(ids), temperature, top_k, rng)
        ids.append(token)
        if eos is not None and token == eos:
            break
    return ids


def choose(logits, temperature, top_k, rng):
    if temperature == 0:
        return int(logits.argmax())
    values, order = logits.sort(descending=True, stable=True)
    probs = ((values[:top_k] - values[0]) / temperature).softmax(dim=0)
    return int(order[torch.multinomial(probs, 1, generator=rng)])
