import math
def regression_metrics(y_true, y_pred):
    a, b = [float(v) for v in y_true], [float(v) for v in y_pred]; n = len(a)
    e = [p - q for p, q in zip(a, b)]; m = math.fsum(a) / n
    sse = math.fsum(v * v for v in e)
    if max(a) == min(a): r2 = float(sse == 0)
    else: r2 = 1 - sse / math.fsum((v - m) ** 2 for v in a)
    return [sse / n, math.fsum(map(abs, e)) / n, r2]
