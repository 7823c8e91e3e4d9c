"""The two losses of a GAN

A discriminator tells real samples from generated ones; its logit is high where
it believes a sample to be real, with σ(logit) = 1 / (1 + exp(−logit)) the
probability of it. Each network has its own loss:

    d_loss = mean over the real of −log σ(logit)
             + mean over the fake of −log(1 − σ(logit))
    g_loss = mean over the fake of −log σ(logit)

The discriminator's loss is the sum of its two means, not half of it. The
generator's is the non-saturating one: it wants its fakes to be called real.

real_logits  (n,) the discriminator's logits for real samples
fake_logits  (m,) those for generated samples
returns      (d_loss, g_loss), two numbers

    >>> real = np.array([np.log(3.0)])        # σ is 3/4
    >>> fake = np.array([0.0, -np.log(3.0)])  # σ is 1/2 and 1/4
    >>> d_loss, g_loss = gan_losses(real, fake)
    >>> round(float(d_loss), 6)  # log 4/3 + (log 2 + log 4/3) / 2
    0.778097
    >>> round(float(g_loss), 6)  # (log 2 + log 4) / 2
    1.039721

Edge cases
- different counts: n and m may differ
- one sample: n = 1 or m = 1
- large logits: exact up to ±1e4, without NaN and without a warning
"""

import numpy as np


def gan_losses(real_logits, fake_logits):
    raise NotImplementedError
