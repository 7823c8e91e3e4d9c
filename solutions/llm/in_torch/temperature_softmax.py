import torch


def temperature_softmax(logits, temperature):
    """Probabilities; all of it on the first largest logit at temperature 0."""
    if temperature < 0:
        raise ValueError("a temperature is at least 0")
    if temperature == 0:
        return torch.eye(len(logits))[logits.argmax()]
    exps = ((logits - logits.max()) / temperature).exp()
    return exps / exps.sum()
