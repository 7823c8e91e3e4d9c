import torch


def speculative_accept(p, q, tokens, rng):
    idx = torch.arange(len(tokens))
    r = torch.rand(len(tokens), generator=rng)
    ok = r < (p[idx, tokens] / q[idx, tokens])
    n = int(ok.long().cumprod(0).sum())
    out = tokens[:n].tolist()
    if n < len(tokens):
        res = torch.relu(p[n] - q[n])
        out.append(int(torch.multinomial(res / res.sum(), 1, generator=rng)))
    return out
