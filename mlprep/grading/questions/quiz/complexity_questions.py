"""Complexity: of a snippet, or of a named algorithm, with distractors that people really give."""

from __future__ import annotations

from random import Random

from mlprep.grading.questions.quiz.drawn import Drawn, choice, makes

# The code, what grows, the right answer first, and why. A test counts the steps of each.
SNIPPETS = (
    ("for i in range(n):\n    for j in range(i + 1, n):\n        work()", ("O(n²)", "O(n)", "O(n log n)", "O(2^n)"),
     "n − 1 + n − 2 + ... + 0 = n(n − 1)/2 steps: half of n² is still O(n²)."),
    ("while n > 1:\n    n //= 2\n    work()", ("O(log n)", "O(n)", "O(sqrt(n))", "O(1)"),
     "n is halved each time, so it takes about log₂ n steps."),
    ("for i in range(n):\n    j = 1\n    while j < n:\n        j *= 2\n        work()",
     ("O(n log n)", "O(n²)", "O(n)", "O(log n)"),
     "The inner loop doubles j, which takes log₂ n steps, and it runs n times."),
    ("while n > 0:\n    for i in range(n):\n        work()\n    n //= 2", ("O(n)", "O(n log n)", "O(log n)", "O(n²)"),
     "n + n/2 + n/4 + ... is less than 2n."),
    ("for i in range(n):\n    for j in range(10):\n        work()", ("O(n)", "O(n²)", "O(1)", "O(log n)"),
     "The inner loop has a fixed length, so it is a constant factor."),
    ("for i in range(n):\n    work()\nfor j in range(n):\n    work()", ("O(n)", "O(n²)", "O(n log n)", "O(log n)"),
     "One loop after the other adds up: 2n steps."),
    ("def f(n):\n    work()\n    if n > 0:\n        f(n - 1)\n        f(n - 1)",
     ("O(2^n)", "O(n²)", "O(n)", "O(n log n)"),
     "Each call makes two calls that are one smaller: 1 + 2 + 4 + ... + 2ⁿ."),
    ("def f(n):\n    for i in range(n):\n        work()\n    if n > 1:\n        f(n // 2)\n        f(n // 2)",
     ("O(n log n)", "O(n)", "O(n²)", "O(2^n)"),
     "As in merge sort: n steps on each of log₂ n levels."),
    ("i = 1\nwhile i * i <= n:\n    i += 1\n    work()", ("O(sqrt(n))", "O(log n)", "O(n)", "O(n²)"),
     "It ends when i reaches the square root of n."),
    ("for i in range(n):\n    for j in range(n):\n        for k in range(j):\n            work()",
     ("O(n³)", "O(n²)", "O(n² log n)", "O(2^n)"),
     "The two inner loops take n²/2 steps together, and they run n times."),
)  # fmt: skip

# The topic, the question, the right answer first, and why.
ALGORITHMS = (
    ("clustering", "One iteration of k-means: n points in d dimensions, k centers. How long does it take?",
     ("O(n k d)", "O(n² d)", "O(n k)", "O(k² d)"), "Every point is compared with every center in d dimensions."),
    ("clustering",
     "Brute-force k-nearest neighbors: n training points in d dimensions. How long does one query take?",
     ("O(n d)",
      "O(k d)", "O(d log n)", "O(n² d)"),
     "The distance to each of n points costs d. Partitioning the distances adds only n."),
    ("clustering",
     "All distances of n points in d dimensions by (a − b)² = a² − 2ab + b². How much memory do they take?",
     ("O(n²)", "O(n² d)", "O(n d)", "O(n)"), "The table itself. The broadcast difference would take n² d."),
    ("clustering",
     "PCA of n samples with d features, by the eigenvectors of the covariance matrix. How long does it take?",
     ("O(n d² + d³)", "O(n d)", "O(n² d)", "O(d³)"), "The covariance matrix costs n d², its eigenvectors d³."),
    ("transformers",
     "Self-attention over t tokens with vectors of size d, without the projections. How long does it take?",
     ("O(t² d)", "O(t d²)", "O(t² + d²)", "O(t d)"), "t² scores, each a product of d numbers."),
    ("transformers", "The linear projections of attention for t tokens with vectors of size d. How long do they take?",
     ("O(t d²)", "O(t² d)", "O(t d)", "O(d³)"), "Each token is multiplied with a d×d matrix."),
    ("transformers",
     "Generating the next token with a KV cache of t tokens: how long does the attention of one head of size d take?",
     ("O(t d)", "O(t² d)", "O(d²)", "O(t²)"), "One query meets t keys of size d."),
    ("transformers", "Plain attention stores its scores for t tokens and h heads. How much memory do they take?",
     ("O(h t²)", "O(h t)", "O(t²)", "O(h² t)"), "Each head has a t×t table."),
    ("transformers",
     "Attention of head size d over t tokens, computed only inside a causal window of w. How long does it take?",
     ("O(t w d)", "O(t² d)", "O(w² d)", "O(t d)"), "Each of t queries meets w keys."),
    ("linear", "Linear regression by the normal equations: n samples, d features. How long does it take?",
     ("O(n d² + d³)", "O(n d)", "O(n² d)", "O(n³)"), "XᵀX costs n d², solving a d×d system d³."),
    ("linear",
     "One step of full-batch gradient descent for linear regression: n samples, d features. How long does it take?",
     ("O(n d)", "O(n d²)", "O(d³)", "O(n²)"), "One product with X and one with Xᵀ."),
    ("trees",
     "The best split of one numeric feature, with n samples: sort once, then update counts. How long does it take?",
     ("O(n log n)", "O(n²)", "O(n)", "O(log n)"), "The sort decides; the pass over the thresholds is linear."),
    ("trees",
     "The best split of a feature with n samples, counting all labels for each threshold. How long does it take?",
     ("O(n²)", "O(n log n)", "O(n)", "O(n³)"), "n thresholds, and each count passes over n samples."),
    ("trees", "Predicting one sample with a balanced decision tree of n leaves. How long does it take?",
     ("O(log n)", "O(n)", "O(1)", "O(n log n)"), "One comparison on each of log₂ n levels."),
    ("metrics", "ROC AUC of n scores by sorting. How long does it take?",
     ("O(n log n)", "O(n²)", "O(n)", "O(log n)"), "After the sort one pass counts ranks. By pairs it would be n²."),
    ("numpy", "The k largest of n numbers with np.argpartition, not sorted. How long does it take?",
     ("O(n)",
      "O(n log n)", "O(k n)", "O(log n)"), "NumPy's introselect partitions in linear time."),
    ("numpy", "The product of an n×m and an m×k matrix, as it is taught. How long does it take?",
     ("O(n m k)", "O(n k)", "O(n m + m k)", "O(n² k)"), "n k entries with m products each."),
    ("numpy", "A mask or a list of indices picks m of n entries. How much new memory does it take?",
     ("O(m)", "O(1)", "O(n)", "O(n m)"), "Both make a copy of what they pick. A slice would take O(1)."),
    ("numpy", "The slice a[::2] of an array of n entries. How much new memory does it take?",
     ("O(1)", "O(n)", "O(log n)", "O(n²)"), "A slice is a view with other strides."),
    ("cnn",
     "A k×k convolution from c to d channels on an n×n image, size kept. How long does it take?",
     ("O(n² k² c d)", "O(n² k²)", "O(n² c d)", "O(n k c d)"), "n² d outputs, each with k² c products."),
    ("cnn", "A depthwise k×k convolution on an n×n image with c channels. How long does it take?",
     ("O(n² k² c)", "O(n² k² c²)", "O(n² c²)", "O(n² k²)"), "Each channel has one filter of its own."),
    ("backprop",
     "The gradient for n parameters by central differences; a forward pass is O(n). How long does it take?",
     ("O(n²)", "O(n)", "O(n log n)", "O(2^n)"), "Two forward passes for each parameter. Backpropagation needs O(n)."),
    ("backprop", "Backpropagation through a network whose forward pass takes O(n). How long does it take?",
     ("O(n)", "O(n²)", "O(n log n)", "O(log n)"), "The backward pass costs about twice the forward pass."),
    ("optimizers", "How much memory does Adam keep beside n parameters and their gradients?",
     ("O(n)", "O(1)", "O(n²)", "O(log n)"), "Two moments for each parameter: 2n numbers."),
    ("optimizers", "Newton's method keeps the Hessian of n parameters. How much memory does it take?",
     ("O(n²)", "O(n)", "O(n³)", "O(n log n)"), "One second derivative for every pair of parameters."),
    ("llm",
     "Generating t tokens without a KV cache, all scores anew in each step. How do the scores of a head add up?",
     ("O(t³)", "O(t²)", "O(t)", "O(t² log t)"), "Step i computes i² scores: 1 + 4 + ... + t²."),
    ("llm", "Generating t tokens with a KV cache. How do the scores that one head computes add up?",
     ("O(t²)", "O(t)", "O(t³)", "O(t log t)"), "Step i computes i scores: 1 + 2 + ... + t."),
    ("llm", "Beam search with b beams, a vocabulary of v and t steps. How many candidates are scored?",
     ("O(b v t)", "O(v^t)", "O(b t)", "O(b² t)"), "In each step every beam meets every token."),
    ("llm", "Top-p sampling sorts the v tokens of the vocabulary. How long does it take for one step?",
     ("O(v log v)", "O(v)", "O(v²)", "O(log v)"), "The sort decides."),
    ("llm", "How many parameters does LoRA of rank r add to a d×d matrix?",
     ("O(r d)", "O(d²)", "O(r² d)", "O(r)"), "Two matrices of d×r."),
)  # fmt: skip


@makes("complexity-of-code")
def complexity_of_code(rng: Random) -> Drawn:
    """How the number of calls of work() grows."""
    code, options, told = rng.choice(SNIPPETS)
    return choice(rng, "How does the number of calls of work() grow with n?", options, told, code=code)


@makes("complexity-of-algorithms")
def complexity_of_algorithms(rng: Random, topic: str | None = None) -> Drawn:
    """Time or memory of something that interviews name, in one topic or in any."""
    _, text, options, told = rng.choice([each for each in ALGORITHMS if topic in (None, each[0])])
    return choice(rng, text, options, told)
