def discounted_returns(rewards, dones, gamma):
    out = []
    total = 0.0
    for r, d in zip(reversed(list(rewards)), reversed(list(dones))):
        total = float(r) if d else float(r) + gamma * total
        out.append(total)
    out.reverse()
    return out
