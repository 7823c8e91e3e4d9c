# mistake: exp_overflows
import torch


def gan_losses(real_logits, fake_logits):
    real, fake = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    d_loss = -torch.log(real).mean() - torch.log(1 - fake).mean()
    return d_loss, -torch.log(fake).mean()
