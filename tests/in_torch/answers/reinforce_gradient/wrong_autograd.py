# kind: calls
import torch


def reinforce_gradient(logits, actions, advantages):
    logits = logits.clone().requires_grad_()
    log_probs = torch.log_softmax(logits, dim=-1)
    taken = log_probs.gather(1, actions.long().unsqueeze(1)).squeeze(1)
    (-(advantages * taken).mean()).backward()
    return logits.grad
