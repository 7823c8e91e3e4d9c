# mistake: anchor_as_positive
import torch


def triplet_loss(embeddings, labels, margin=1.0):
    distances = torch.cdist(embeddings, embeddings, compute_mode="donot_use_mm_for_euclid_dist")
    same = labels[:, None] == labels
    farthest = distances.masked_fill(~same, -torch.inf).amax(dim=1)
    nearest = distances.masked_fill(same, torch.inf).amin(dim=1)
    losses = (farthest - nearest + margin).clamp(min=0)[~same.all(dim=1)]
    return losses.mean() if len(losses) else 0.0
