# mistake: logarithm_of_the_softmax
import torch


def distillation_loss(student, teacher, temperature=2.0):
    p = torch.softmax(teacher / temperature, dim=-1)
    q = torch.softmax(student / temperature, dim=-1)
    return temperature**2 * (p * (p.log() - q.log())).sum(dim=-1).mean()
