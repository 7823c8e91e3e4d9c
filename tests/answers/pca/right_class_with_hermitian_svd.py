import numpy as np


class PCA:
    def __init__(self, n_components):
        self.n_components = n_components

    def fit_transform(self, X):
        self.mean_ = np.mean(X, axis=0, dtype=float)
        cov = np.atleast_2d(np.cov(np.transpose(X).astype(float), bias=True))
        U, s, _ = np.linalg.svd(cov, hermitian=True)      # singular values of a PSD matrix, already descending
        U = U / np.linalg.norm(U, axis=0)
        # a sign convention of our own: the largest entry of each component is positive
        big = np.take_along_axis(U, np.abs(U).argmax(axis=0)[None], axis=0)
        U = U * np.where(big < 0, -1.0, 1.0)
        self.components_ = U[:, : self.n_components]
        self.explained_variance_ = s[: self.n_components]
        return (X - self.mean_) @ self.components_


def pca(X, k):
    model = PCA(n_components=k)
    reduced = model.fit_transform(X)
    return model.components_, model.explained_variance_, reduced
