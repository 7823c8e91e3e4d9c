import torch


def in_batch_softmax(queries, items, log_q, temperature):
    """Average the cross-entropy of matching each query with its item among all items of the batch."""
    logits = queries @ items.T / temperature - log_q
    return (logits.logsumexp(dim=1) - logits.diagonal()).mean()
