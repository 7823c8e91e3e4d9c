# mistake: minimum_over_zeros
import torch


def triplet_loss(embeddings, labels, margin=1.0):
    distances = torch.cdist(embeddings, embeddings, compute_mode="donot_use_mm_for_euclid_dist")
    same = labels[:, None] == labels
    positive = same & ~torch.eye(len(labels), dtype=torch.bool)
    farthest = (distances * positive).amax(dim=1)
    nearest = (distances * ~same).amin(dim=1)
    losses = (farthest - nearest + margin).clamp(min=0)[positive.any(dim=1) & ~same.all(dim=1)]
    return losses.mean() if len(losses) else 0.0
