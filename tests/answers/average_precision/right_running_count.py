def average_precision(y_true, scores):
    pairs = sorted(zip(scores, y_true), key=lambda p: p[0], reverse=True)  # sorted is stable, also in reverse
    seen = 0
    precisions = []
    for rank, (_, label) in enumerate(pairs, 1):
        seen += int(label)
        if label == 1:
            precisions.append(seen / rank)
    if not precisions:
        return 0
    return sum(precisions) / len(precisions)
