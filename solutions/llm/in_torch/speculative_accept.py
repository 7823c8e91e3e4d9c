import torch


def speculative_accept(p, q, tokens, rng):
    """The accepted draft tokens, and a replacement for the first rejected one."""
    emitted = []
    for i, token in enumerate(tokens.tolist()):
        if torch.rand((), generator=rng) < p[i, token] / q[i, token]:
            emitted.append(token)
        else:
            residual = (p[i] - q[i]).clamp(min=0)
            # multinomial normalizes the weights itself.
            emitted.append(torch.multinomial(residual, 1, generator=rng).item())
            break
    return emitted
