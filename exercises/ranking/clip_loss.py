"""CLIP's symmetric contrastive loss

Row i of images and row i of texts belong together. Scale every row to
length 1. Each image then looks for its text among all texts, and each text
for its image among all images:

    logits_ij = (images_i / ‖images_i‖) · (texts_j / ‖texts_j‖) / temperature
    from images to texts = mean over i of −log softmax(row i)_i
    from texts to images = mean over j of −log softmax(column j)_j
    loss = the mean of these two numbers

images       (n, d), each row of length 0.1 to 100
texts        (n, d), the same
temperature  a positive number, 0.07 by default
returns      a number

    >>> images = np.array([[2.0, 0.0], [3.0, 0.0]])
    >>> texts = np.array([[1.0, 0.0], [0.0, 5.0]])
    >>> round(float(clip_loss(images, texts, temperature=1.0)), 6)
    0.753204

Both images have the logits 1 and 0. Image 0 costs log(1 + 1/e), image 1 costs
log(1 + e), and each text costs log 2.

Edge cases
- one pair: n = 1 has no negatives, so the loss is 0
- one feature: d = 1
- row lengths: one row may be a thousand times as long as another
- low temperatures: down to 1e-4, where logits reach ±1e4; the loss stays
  finite, without a warning
"""

import numpy as np


def clip_loss(images, texts, temperature=0.07):
    raise NotImplementedError
