"""Train a network from scratch

Write the whole training in NumPy: initial weights, forward pass, gradients and
updates. Choose the architecture, the optimizer and the number of steps.

X          (n, 2) training points, in random order
y          (n,) their integer labels, from 0 to n_classes - 1
n_classes  2 or 3 here; nothing else tells the two data sets apart
rng        a numpy.random.Generator for everything that you draw
returns    a function that takes points (m, 2), any m, and returns their
           integer labels (m,)

    >>> rng = np.random.default_rng(0)
    >>> X = rng.uniform(-1.0, 1.0, size=(200, 2))
    >>> y = (X[:, 0] * X[:, 1] > 0.0).astype(int)
    >>> predict = train_mlp(X, y, 2, rng)
    >>> predict(np.array([[0.5, 0.5], [-0.5, 0.5], [-0.5, -0.5]]))
    array([1, 0, 1])

It is trained on 600 points of two moons (of radius 1, noise 0.1), and on 600
of a spiral with three arms (of radius 1, each turning by 4 rad, noise 0.15
rad). Both are rotated, and their classes numbered, at random. Of fresh points
of the same kind, at least 95% must get the right label. Only that accuracy is
checked, not how you reach it. One training may take 20 seconds of CPU time; a
second is enough.

Edge cases
- any batch: the label of a point does not depend on the other points in the
  call; one point gives shape (1,), and the points are not changed
- several networks: a predictor gives the same labels after another training
- same state: the same state of rng gives the same network
"""

import numpy as np


def train_mlp(X, y, n_classes, rng):
    raise NotImplementedError
