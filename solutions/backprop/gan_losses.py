"""GAN losses as softplus functions of the logits.

-log sigmoid(z) is log(1 + exp(-z)), and 1 - sigmoid(z) is sigmoid(-z), so all three terms are np.logaddexp(0, ±z): no
probability is computed, and nothing overflows or reaches log(0).

O(n + m) time and memory.
"""

import numpy as np


def gan_losses(real_logits, fake_logits):
    """(d_loss, g_loss) of real (n,) and fake (m,) logits."""
    d_loss = np.mean(np.logaddexp(0.0, -real_logits)) + np.mean(np.logaddexp(0.0, fake_logits))
    g_loss = np.mean(np.logaddexp(0.0, -fake_logits))
    return d_loss, g_loss


# What an interviewer asks next
#
# Why does the generator not minimize log(1 - σ(logit)), as in the minimax game? Early on the discriminator rejects all
# fakes, and there the slope of log(1 - σ) is nearly 0, since it is -σ(logit). The slope of -log σ is close to -1.
#
# What are the losses when the discriminator cannot tell? All logits are 0: d_loss is 2 log 2 = 1.386 and g_loss is
# log 2 = 0.693. A d_loss near 0 means that the discriminator has won and the generator learns little.
#
# Through what does the generator get its gradient? Through the discriminator, whose weights stay fixed in that step.
# In the discriminator's step the fakes are detached, so that no gradient reaches the generator.
#
# Why not train the discriminator until it is perfect before each step of the generator? Its logits then say little
# about how a fake should change to look a bit more real, and the minimax loss of the generator has almost no slope. So
# the two take turns, often one step each. A Wasserstein critic is the exception: it may be trained longer.
