# mistake: drawn_from_the_target
import torch


def speculative_accept(p, q, tokens, rng):
    """The accepted draft tokens, and a replacement for the first rejected one."""
    emitted = []
    for i, token in enumerate(tokens.tolist()):
        if torch.rand((), generator=rng) < p[i, token] / q[i, token]:
            emitted.append(token)
        else:
            emitted.append(torch.multinomial(p[i], 1, generator=rng).item())
            break
    return emitted
