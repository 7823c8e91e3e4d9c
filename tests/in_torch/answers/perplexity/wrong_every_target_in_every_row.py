# mistake: every_target_in_every_row
import torch


def perplexity(logits, targets):
    log_probs = torch.log_softmax(logits, dim=-1)
    return torch.exp(-log_probs[:, targets.long()].mean())
