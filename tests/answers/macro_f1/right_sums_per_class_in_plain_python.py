def macro_f1(y_true, y_pred, n_classes):
    def f(k):
        d = sum(int(a == k) + int(b == k) for a, b in zip(y_true, y_pred))
        return 2 * sum(1 for a, b in zip(y_true, y_pred) if a == b == k) / d if d else 0
    return sum(map(f, range(n_classes))) / n_classes
