# mistake: both_directions
import torch


def info_nce(a, b, temperature=0.07):
    """The cross-entropy of matching each row of a with its partner in b."""
    a = a / a.norm(dim=1, keepdim=True)
    b = b / b.norm(dim=1, keepdim=True)
    scores = a @ b.T / temperature
    partner = scores.diagonal()
    rows, columns = scores.logsumexp(dim=1) - partner, scores.logsumexp(dim=0) - partner
    return (rows.mean() + columns.mean()) / 2
