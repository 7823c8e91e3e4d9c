import torch


def distillation_loss(student, teacher, temperature=2.0):
    """The KL divergence of the softened teacher from the softened student, averaged over the batch, times T^2."""
    log_p = torch.log_softmax(teacher / temperature, dim=1)
    log_q = torch.log_softmax(student / temperature, dim=1)
    # Sum over classes and average over samples: kl_div's reduction="batchmean", not its default "mean".
    return temperature**2 * (log_p.exp() * (log_p - log_q)).sum(dim=1).mean()
