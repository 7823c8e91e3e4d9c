# mistake: matrix_normalized
import torch


def info_nce(a, b, temperature=0.07):
    """The cross-entropy of matching each row of a with its partner in b."""
    a = a / a.norm()
    b = b / b.norm()
    scores = a @ b.T / temperature
    return (scores.logsumexp(dim=1) - scores.diagonal()).mean()
