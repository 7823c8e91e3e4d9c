import numpy as np
from dataclasses import dataclass, field
from typing import Callable


@dataclass
class SGD:
    params: dict
    lr: float

    def step(self, grads):
        for name, g in grads.items():
            self.params[name] = self.params[name] - self.lr * g


@dataclass
class LinearRegressor:
    lr: float
    epochs: int
    verbose: bool = False
    params: dict = field(default_factory=dict)

    def fit(self, X, y):
        self.params = {"w": np.zeros((X.shape[1], 1)), "b": np.zeros(1)}
        opt = SGD(self.params, self.lr)
        target = y.reshape(-1, 1)
        epoch = 0
        while epoch < self.epochs:
            e = X @ self.params["w"] + self.params["b"] - target
            opt.step({"w": 2 * (X.T @ e) / len(X), "b": 2 * e.mean(axis=0)})
            epoch += 1
        return self


def linear_regression(X, y, lr, epochs):
    model = LinearRegressor(lr, epochs).fit(np.asarray(X, float), np.asarray(y, float))
    return model.params["w"].ravel(), model.params["b"].item()
