# exercise: kmeans
# ways: global_random, writes_centroids, labels_of_last_time
# outcome: failed error
import numpy as np

last = []


def kmeans(X, centroids, max_iters=100):
    if "@way@" == "writes_centroids":
        centroids += 0.0
        centroids[0] = X[0]
    labels = np.argmin(((X[:, None] - centroids) ** 2).sum(-1), axis=1)
    last.append(labels)
    if "@way@" == "global_random":
        np.random.seed(0)
        labels = np.random.randint(len(centroids), size=len(X))
    return centroids, last[0]
