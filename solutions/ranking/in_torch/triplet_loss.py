import torch


def triplet_loss(embeddings, labels, margin=1.0):
    """Average the batch-hard triplet loss over the anchors that have a positive and a negative."""
    # By default, cdist may compute distances as |a|² + |b|² - 2ab, which loses digits.
    distances = torch.cdist(embeddings, embeddings, compute_mode="donot_use_mm_for_euclid_dist")
    same = labels[:, None] == labels
    positive = same & ~torch.eye(len(labels), dtype=torch.bool)
    farthest = distances.masked_fill(~positive, -torch.inf).amax(dim=1)
    nearest = distances.masked_fill(same, torch.inf).amin(dim=1)
    losses = (farthest - nearest + margin).clamp(min=0)[positive.any(dim=1) & ~same.all(dim=1)]
    return losses.mean() if len(losses) else 0.0
