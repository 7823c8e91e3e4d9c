def calibration_error(confidence, correct, n_bins):
    n = len(confidence)
    acc = [0.0] * n_bins
    conf = [0.0] * n_bins
    count = [0] * n_bins
    for c, y in zip(confidence, correct):
        b = 0
        while b < n_bins - 1 and float(c) * n_bins > b + 1:
            b += 1
        count[b] += 1
        acc[b] += 1 if y else 0
        conf[b] += float(c)
    return sum(k / n * abs(a / k - s / k) for a, s, k in zip(acc, conf, count) if k)
