# mistake: one_mean
import torch
import torch.nn.functional as F


def gan_losses(real_logits, fake_logits):
    d_loss = -F.logsigmoid(torch.cat([real_logits, -fake_logits])).mean()
    g_loss = -F.logsigmoid(fake_logits).mean()
    return d_loss, g_loss
