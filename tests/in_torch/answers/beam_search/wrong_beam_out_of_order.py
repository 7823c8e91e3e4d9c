# mistake: ties_as_they_come
import torch


def beam_search(log_probs, beam_width):
    """The best sequence that a beam of this width finds, and its score."""
    V = log_probs.shape[1]
    scores = torch.zeros(1, dtype=torch.float64)
    sequences = torch.zeros(1, 0, dtype=torch.int64)
    last = torch.zeros(1, dtype=torch.int64)
    for step in log_probs:
        totals = (scores[:, None] + step[last]).flatten()  # (beam * V,)
        kept = totals.argsort(descending=True, stable=True)[:beam_width]
        parents, last = kept // V, kept % V
        sequences = torch.cat([sequences[parents], last[:, None]], dim=1)
        scores = totals[kept]
    best = scores.argmax()
    return sequences[best].tolist(), scores[best].item()
