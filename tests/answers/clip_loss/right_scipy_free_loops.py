import math


def unit(v):
    v = [float(x) for x in v]
    s = math.hypot(*v)
    return [x / s for x in v]


def lse(xs):
    m = max(xs)
    return m + math.log(math.fsum(math.exp(x - m) for x in xs))


def clip_loss(images, texts, temperature=0.07):
    a = [unit(v) for v in images]
    b = [unit(v) for v in texts]
    S = [[sum(p * q for p, q in zip(u, w)) / temperature for w in b] for u in a]
    n = len(S)
    rows = sum(lse(S[i]) - S[i][i] for i in range(n)) / n
    cols = sum(lse([S[i][j] for i in range(n)]) - S[j][j] for j in range(n)) / n
    return 0.5 * rows + 0.5 * cols
