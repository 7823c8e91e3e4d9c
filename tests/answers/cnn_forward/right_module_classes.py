import numpy as np


class Module:
    def __call__(self, x):
        return self.forward(x)


class Conv(Module):
    def __init__(self, w, b):
        self.w, self.b = np.asarray(w, float), np.asarray(b, float)

    def forward(self, x):
        C, H, W = x.shape
        xp = np.pad(x, [(0, 0), (1, 1), (1, 1)])
        rows = np.arange(H)[:, None, None, None] + np.arange(3)[:, None]
        cols = np.arange(W)[None, :, None, None] + np.arange(3)
        patches = xp[:, rows, cols].transpose(1, 2, 0, 3, 4).reshape(H * W, C * 9)
        y = patches @ self.w.reshape(len(self.w), -1).T + self.b
        return y.T.reshape(-1, H, W)


class MaxPool(Module):
    def forward(self, x):
        _, H, W = x.shape
        h, w = H - H % 2, W - W % 2
        return np.maximum.reduce([x[:, i:h:2, j:w:2] for i in (0, 1) for j in (0, 1)])


class ReLU(Module):
    def forward(self, x):
        return np.clip(x, 0.0, None)


class Linear(Module):
    def __init__(self, w, b):
        self.w, self.b = np.asarray(w, float), np.asarray(b, float)

    def forward(self, x):
        return np.einsum("i,ij->j", x, self.w) + self.b


class Net(Module):
    def __init__(self, p):
        self.conv1 = Conv(p["conv1_w"], p["conv1_b"])
        self.conv2 = Conv(p["conv2_w"], p["conv2_b"])
        self.fc1 = Linear(p["fc1_w"], p["fc1_b"])
        self.fc2 = Linear(p["fc2_w"], p["fc2_b"])
        self.act, self.pool = ReLU(), MaxPool()

    def forward(self, x):
        # ReLU is monotone, so it may come after the pooling
        x = self.act(self.pool(self.conv1(x)))
        x = self.act(self.pool(self.conv2(x)))
        logits = self.fc2(self.act(self.fc1(x.flatten())))
        logits = logits - np.max(logits)
        probs = np.exp(logits)
        return probs / np.sum(probs)


def cnn_forward(image, params):
    return Net(params)(np.asarray(image, dtype=float))
