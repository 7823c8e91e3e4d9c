# mistake: written_into_logits
import torch


def repetition_penalty(logits, generated, penalty):
    for token in set(generated):
        if logits[token] > 0:
            logits[token] /= penalty
        else:
            logits[token] *= penalty
    return logits
