# mistake: other_direction
import torch


def in_batch_softmax(queries, items, log_q, temperature):
    logits = queries @ items.T / temperature - log_q
    return (logits.logsumexp(dim=0) - logits.diagonal()).mean()
