# mistake: averaged_over_every_entry
import torch


def distillation_loss(student, teacher, temperature=2.0):
    log_p = torch.log_softmax(teacher / temperature, dim=-1)
    log_q = torch.log_softmax(student / temperature, dim=-1)
    return temperature**2 * (log_p.exp() * (log_p - log_q)).mean()
