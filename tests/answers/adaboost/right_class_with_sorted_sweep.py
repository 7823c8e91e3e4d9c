import numpy as np


class Booster:
    def __init__(self, X, y):
        self.X, self.y = X, y.astype(float)
        self.w = np.full(len(y), 1.0 / len(y))

    def candidates(self):
        for j in range(self.X.shape[1]):
            order = self.X[:, j].argsort(kind="stable")
            col, wy = self.X[order, j], (self.w * self.y)[order]
            left = 0.0
            for k in range(len(col) - 1):
                left += wy[k]
                if col[k] != col[k + 1]:
                    right = wy[k + 1:].sum()
                    edge = right - left  # sum of w y h for sign 1
                    for s in (1, -1):
                        yield (1 - s * edge) / 2, j, (col[k] + col[k + 1]) / 2, s

    def round(self):
        all_ = list(self.candidates())
        if not all_:
            return None
        low = min(c[0] for c in all_)
        e, j, t, s = [c for c in all_ if c[0] <= low + 1e-12][0]
        if e >= 0.5 - 1e-12:
            return None
        q = np.clip(e, 1e-10, None)
        a = np.log((1 - q) / q) / 2
        h = s * np.sign(np.where(self.X[:, j] > t, 1.0, -1.0))
        self.w = self.w * np.exp(-a * self.y * h)
        self.w = self.w / np.sum(self.w)
        return (j, t, s, a), e <= 1e-10


def adaboost(X, y, n_rounds):
    b, model = Booster(X, y), []
    for _ in range(n_rounds):
        r = b.round()
        if r is None:
            break
        model.append(r[0])
        if r[1]:
            break
    return model
