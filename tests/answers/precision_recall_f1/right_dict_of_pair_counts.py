def precision_recall_f1(y_true, y_pred):
    c = {(a, b): 0 for a in (0, 1) for b in (0, 1)}
    for a, b in zip(y_true, y_pred): c[int(a), int(b)] += 1
    tp, fp, fn = c[1, 1], c[0, 1], c[1, 0]
    q = lambda a, b: a / b if b else 0
    return [q(tp, tp + fp), q(tp, tp + fn), q(2 * tp, 2 * tp + fp + fn)]
