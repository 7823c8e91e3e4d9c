# mistake: added_one_by_one
import torch.nn.functional as F


def gan_losses(real_logits, fake_logits):
    d_loss = (F.softplus(-real_logits) + F.softplus(fake_logits)).mean()
    return d_loss, F.softplus(-fake_logits).mean()
