# mistake: empty_array_of_floats
import torch


def repetition_penalty(logits, generated, penalty):
    """The logits with those of generated tokens made less likely."""
    ids = torch.tensor(generated)
    seen = logits[ids]
    penalized = logits.clone()
    penalized[ids] = torch.where(seen > 0, seen / penalty, seen * penalty)
    return penalized
