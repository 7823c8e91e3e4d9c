# mistake: always_divided
import torch


def repetition_penalty(logits, generated, penalty):
    """The logits with those of generated tokens made less likely."""
    # Without the dtype, an empty list becomes a float tensor, which cannot be an index.
    ids = torch.tensor(generated, dtype=torch.int64)
    seen = logits[ids]
    penalized = logits.clone()
    penalized[ids] = seen / penalty
    return penalized
