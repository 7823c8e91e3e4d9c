"""What else people call an exercise: abbreviations and other names, for search and for `did you mean`."""

from __future__ import annotations

import re

_ALSO = {
    "adam_step": "adam optimizer",
    "adamw_step": "adamw optimizer weight decay",
    "alibi_bias": "positional encoding position",
    "attention": "self-attention sdpa scaled dot product transformer",
    "autograd": "micrograd backprop automatic differentiation engine",
    "average_precision": "map pr auc information retrieval",
    "batch_norm": "bn batchnorm",
    "bce_with_logits": "bce log loss",
    "beam_search": "decoding",
    "binary_cross_entropy": "bce log loss",
    "bm25": "search information retrieval okapi",
    "bpe_encode": "tokenizer tokenization",
    "bpe_train": "tokenizer tokenization byte pair encoding",
    "clip_grad_norm": "gradient clipping",
    "clip_loss": "clip contrastive multimodal",
    "conv2d": "cnn convolution",
    "conv2d_backward": "cnn convolution backprop",
    "cosine_lr": "learning rate schedule scheduler warmup",
    "cross_entropy": "ce nll xent log loss",
    "decision_tree": "cart random forest",
    "dpo_loss": "rlhf preference",
    "encoder_block": "transformer block layer",
    "feed_forward": "ffn mlp",
    "gae": "ppo rl advantage",
    "generate": "decoding sampling inference llm",
    "gini": "impurity cart",
    "gpt_forward": "gpt-2 nanogpt decoder transformer language model llm",
    "gradient_descent": "gd",
    "grouped_query_attention": "gqa mqa",
    "he_init": "kaiming",
    "in_batch_softmax": "two-tower recommender retrieval sampled softmax",
    "info_nce": "contrastive simclr clip",
    "k_fold": "cross-validation cv",
    "kmeans": "k-means lloyd clustering",
    "kmeans_plus_plus": "k-means++",
    "knn_predict": "k-nn nearest neighbors",
    "layer_norm": "ln layernorm",
    "linear_attention": "rnn state performer",
    "linear_regression": "ols least squares",
    "load_balance_loss": "moe auxiliary loss switch transformer",
    "logistic_regression": "logreg classifier",
    "lora_forward": "peft adapter fine-tuning",
    "macro_f1": "f-score",
    "matrix_factorization": "recommender collaborative filtering mf svd",
    "max_pool2d": "maxpool pooling",
    "merge_attention": "ring attention flash decoding log-sum-exp",
    "min_p_filter": "decoding sampling",
    "mlp_backward": "backprop backpropagation neural network",
    "mlp_forward": "neural network",
    "moe_forward": "mixture of experts mixtral sparse",
    "moe_router": "mixture of experts",
    "momentum_step": "sgd optimizer",
    "mse_loss": "mean squared error l2",
    "multi_head_attention": "mha",
    "ndcg_at_k": "dcg ranking information retrieval",
    "paged_attention": "vllm serving kv cache",
    "patchify": "vit vision transformer",
    "pca": "svd principal components",
    "positional_encoding": "sinusoidal pe",
    "precision_recall_f1": "f-score",
    "quantize_int8": "quantization",
    "quantize_per_channel": "quantization int8",
    "reparameterize": "vae trick",
    "repetition_penalty": "decoding sampling",
    "ridge_regression": "l2 weight decay",
    "rms_norm": "rmsnorm llama",
    "roc_auc": "auroc",
    "rope": "rotary",
    "sgd_step": "optimizer stochastic gradient descent",
    "skip_gram_step": "word2vec embeddings negative sampling sgns",
    "soft_threshold": "lasso l1",
    "softmax_cross_entropy": "ce nll xent",
    "speculative_accept": "speculative decoding",
    "standardize": "z-score normalize",
    "swiglu": "glu gated ffn silu swish llama",
    "temperature_softmax": "sampling",
    "tf_idf": "tfidf vectorizer bag of words",
    "top_k_filter": "sampling",
    "top_p_filter": "nucleus sampling",
    "train_mlp": "training loop neural network sgd",
    "triplet_loss": "metric learning contrastive siamese facenet",
    "xavier_init": "glorot",
}
_BRITISH = (
    (re.compile(r"(?<=[a-z])is(?=ation|e\b|ed\b|er|ing\b)"), "iz"),
    (re.compile(r"our\b"), "or"),
    (re.compile(r"(?<=[a-z])ll(?=ed\b|ing\b)"), "l"),
    (re.compile(r"practise"), "practice"),
)


def also(exercise: str) -> str:
    """The other names of an exercise, in one line."""
    return _ALSO.get(exercise, "")


def named(word: str) -> list[str]:
    """The exercises that have this as one of their other names."""
    wanted = folded(word)
    return [exercise for exercise, names in _ALSO.items() if wanted in folded(names).split()]


def folded(text: str) -> str:
    """Lower case, in US spelling, with nothing between the parts of a word: for comparing."""
    text = text.lower().replace("-", "").replace("_", "")
    for pattern, us in _BRITISH:
        text = pattern.sub(us, text)
    return text
