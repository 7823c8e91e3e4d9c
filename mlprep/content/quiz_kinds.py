"""The kinds of generated quiz questions: the name, what it asks, and the topics that it belongs to.

What draws each kind is in `mlprep.grading.questions.quiz`, which only the engine loads.
"""

from __future__ import annotations

from typing import NamedTuple

CARDS = "cards"  # as a kind: the concept cards
BUGS = "spot-the-bug"
ALGORITHMS = "complexity-of-algorithms"


class Kind(NamedTuple):
    """A kind of question. Without topics it belongs to all of them."""

    id: str
    title: str
    topics: tuple[str, ...] = ()


KINDS = (
    Kind("broadcasting", "Broadcasting: the resulting shape, or an error", ("numpy",)),
    Kind("reshaping", "Shapes after reshape, transpose, swapaxes", ("numpy",)),
    Kind("indexing", "Shapes after indexing: slices, lists, masks", ("numpy",)),
    Kind("joining", "Shapes after stack, concatenate, repeat", ("numpy",)),
    Kind("reductions", "Shapes after sum, mean, max; keepdims", ("numpy",)),
    Kind("matrix-products", "Shapes of matrix products and batches", ("numpy", "transformers")),
    Kind("views-and-copies", "What it prints: views and copies", ("numpy",)),
    Kind("dtypes", "What it prints: dtypes and integers", ("numpy",)),
    Kind("order-and-axes", "What it prints: axes, argmax, argsort", ("numpy",)),
    Kind("masks", "What it prints: boolean masks", ("numpy", "preprocessing")),
    Kind("einsum-strings", "Write the einsum string", ("einsum",)),
    Kind("einsum-shapes", "The shape that an einsum string gives", ("einsum",)),
    Kind("split-sizes", "Sizes of splits and folds", ("preprocessing",)),
    Kind("feature-scaling", "Min-max scaling, standardizing, imputing by hand", ("preprocessing",)),
    Kind("regression-errors", "MSE, MAE and R² by hand", ("linear", "metrics")),
    Kind("sigmoid-values", "Sigmoid, logits and their gradients by hand", ("linear", "activations")),
    Kind("distances", "Distances and cosine similarity by hand", ("clustering",)),
    Kind("k-means-steps", "One step of k-means by hand", ("clustering",)),
    Kind("nearest-neighbors", "Nearest neighbors by hand", ("clustering",)),
    Kind("explained-variance", "What PCA keeps", ("clustering",)),
    Kind("entropy", "Entropy by hand", ("trees",)),
    Kind("gini", "Gini impurity by hand", ("trees",)),
    Kind("information-gain", "Information gain of a split", ("trees",)),
    Kind("confusion-metrics", "Precision, recall, F1 from counts", ("metrics",)),
    Kind("macro-f1", "Macro and micro F1", ("metrics",)),
    Kind("roc-auc", "ROC AUC by pairs", ("metrics",)),
    Kind("perplexity", "Perplexity by hand", ("llm", "metrics")),
    Kind("activation-values", "ReLU and its relatives by hand", ("activations",)),
    Kind("softmax-values", "Softmax by hand", ("activations",)),
    Kind("cross-entropy-values", "Cross-entropy by hand", ("backprop", "activations")),
    Kind("chain-rule", "Gradients of small graphs", ("backprop",)),
    Kind("optimizer-steps", "One step of SGD, momentum, Adam", ("optimizers",)),
    Kind("learning-rates", "Learning rate schedules", ("optimizers",)),
    Kind("gradient-clipping", "Clipped gradients", ("optimizers",)),
    Kind("training-steps", "Steps, epochs, batches, tokens", ("optimizers", "preprocessing")),
    Kind("normalization-values", "Layer norm, RMS norm, batch norm by hand", ("regularization",)),
    Kind("dropout-and-init", "Dropout and initialization by hand", ("regularization",)),
    Kind("conv-output", "Output sizes of convolutions", ("cnn",)),
    Kind("pooling-output", "Sizes after pooling and flattening", ("cnn",)),
    Kind("receptive-field", "Receptive fields", ("cnn",)),
    Kind("patches-and-windows", "Counts of patches and windows", ("cnn", "transformers", "numpy")),
    Kind("layer-parameters", "Parameters of a layer", ("cnn", "backprop", "sequence")),
    Kind("block-parameters", "Parameters of MLPs and transformer blocks", ("transformers", "backprop")),
    Kind("attention-pairs", "Pairs that an attention mask lets through", ("transformers",)),
    Kind("kv-cache", "Memory of a KV cache", ("transformers", "llm")),
    Kind("flops", "Floating-point operations", ("transformers", "cnn")),
    Kind("kl-divergence", "KL divergence by hand", ("generative",)),
    Kind("diffusion-arithmetic", "Noise schedules by hand", ("generative",)),
    Kind("training-compute", "Compute of training and inference", ("llm",)),
    Kind("model-memory", "Memory of weights, optimizers, scores", ("llm",)),
    Kind("expert-parameters", "Parameters of mixtures of experts", ("llm",)),
    Kind("lora-parameters", "Parameters that LoRA trains", ("llm",)),
    Kind("sampling-filters", "Top-k and top-p by hand", ("llm",)),
    Kind("tokenizer-arithmetic", "Tokenizers: merges and counts", ("llm",)),
    Kind("edit-distances", "Edit distance and word error rate", ("sequence",)),
    Kind("padding", "Padding in batches", ("sequence",)),
    Kind("recurrent-steps", "Steps of recurrent networks by hand", ("sequence",)),
    Kind("best-paths", "The best path of states", ("sequence",)),
    Kind("ranking-metrics", "Precision@k, reciprocal ranks, average precision", ("ranking", "metrics")),
    Kind("ndcg", "DCG and nDCG by hand", ("ranking",)),
    Kind("term-weights", "TF-IDF and BM25 by hand", ("ranking",)),
    Kind("contrastive-losses", "Triplet and in-batch losses", ("ranking",)),
    Kind("discounted-sums", "Returns, TD errors, advantages", ("alignment",)),
    Kind("q-learning", "One step of Q-learning", ("alignment",)),
    Kind("policy-objectives", "PPO, groups, preferences by hand", ("alignment",)),
    Kind("complexity-of-code", "Complexity of a snippet", ("numpy",)),
    Kind(
        ALGORITHMS,
        "Complexity of an algorithm",
        ("numpy", "linear", "clustering", "trees", "metrics", "backprop", "optimizers", "cnn", "transformers", "llm"),
    ),
    Kind(BUGS, "Spot the bug: which explanation fits the code"),
)


def kinds(topic: str | None = None) -> list[Kind]:
    """The kinds of a topic, or all."""
    return [kind for kind in KINDS if topic is None or not kind.topics or topic in kind.topics]
