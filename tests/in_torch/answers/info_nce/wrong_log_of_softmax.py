# mistake: logarithm_of_softmax
import torch
import torch.nn.functional as F


def info_nce(a, b, temperature=0.07):
    scores = F.normalize(a, dim=1) @ F.normalize(b, dim=1).T / temperature
    return -torch.log(torch.softmax(scores, dim=1).diagonal()).mean()
