import torch
import torch.nn.functional as F


def gan_losses(real_logits, fake_logits):
    """The losses of the discriminator and of the generator."""
    # log(1 - sigmoid(z)) is logsigmoid(-z), which never takes the logarithm of 0.
    d_loss = -F.logsigmoid(real_logits).mean() - F.logsigmoid(-fake_logits).mean()
    g_loss = -F.logsigmoid(fake_logits).mean()
    return d_loss, g_loss
