"""Gaussian naive Bayes

Classify by Bayes' rule, as if the features of a class were independent and
each normally distributed. The score of class c for a new sample x is

    ln(n_c / n) + Σ over the features j of ln N(x_j; μ_cj, v_cj)
    ln N(x; μ, v) = −½ · (ln(2π v) + (x − μ)² / v)

n_c   how many of the n training samples have the label c
μ_cj  the mean of feature j over these samples
v_cj  their population variance (divided by n_c) plus var_floor

Predict the label with the largest score.

X_train    (n, d)
y_train    (n,) integers
X          (m, d), the samples to classify
var_floor  a positive number, added to every variance as it is; 1e-9 by
           default
returns    (m,) integers, the predicted labels

    >>> X_train = np.array([[0.0], [2.0], [10.0], [10.5], [11.0]])
    >>> y_train = np.array([4, 4, 7, 7, 7])
    >>> X = np.array([[3.0], [10.2], [20.0]])
    >>> gaussian_naive_bayes(X_train, y_train, X)
    array([4, 7, 4])

Label 4 has the larger variance, so 20 is less unlikely for it.

Edge cases
- one feature: d = 1
- any labels: they may be negative or large, and need not be 0, 1, 2, …
- no spread: a class may have a single sample, or a feature may be constant in
  it; its variance is then var_floor alone
- underflow: with hundreds of features, or far from all classes, the densities
  are less, or more, than a float can hold
- ties: of exactly equal scores, the smaller label wins
- one class: all training samples may have the same label
"""

import numpy as np


def gaussian_naive_bayes(X_train, y_train, X, var_floor=1e-9):
    raise NotImplementedError
