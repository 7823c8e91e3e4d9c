"""Generating text, token by token

Write the loop that turns a language model into a text generator. The model
is a function: step(ids) takes the list of all token ids so far and returns
the logits (V,) of the next one. In each round, call step once, choose the
next token, and append its id:

- temperature 0 takes the largest logit (greedy decoding).
- Any other temperature samples from softmax(logits / temperature).
- With top_k, only the k largest logits take part in the softmax.

Stop after max_new_tokens new tokens, or earlier, right after the token eos.

step            a function; its logits are finite
prompt          a list or tuple of at least one int
max_new_tokens  an int of at least 0
eos             the id that ends the text, or None
temperature     a number, at least 0
top_k           an int of at least 1, or None
rng             a numpy.random.Generator, the only source of randomness; it
                is given whenever temperature is above 0
returns         a new list: the prompt's ids and the new ones, eos included

    >>> table = np.array([[0.0, 2.0, 1.0], [1.0, 0.0, 3.0], [2.0, 0.0, 1.0]])
    >>> def step(ids):  # here the last token alone decides
    ...     return table[ids[-1]]
    >>> generate(step, [0], 4, temperature=0)
    [0, 1, 2, 0, 1]
    >>> generate(step, [0], 4, eos=2, temperature=0)
    [0, 1, 2]
    >>> generate(step, [0], 2, top_k=1, rng=np.random.default_rng(0))
    [0, 1, 2]

How you draw from rng is up to you.

Edge cases
- greedy: among equal largest logits the lowest id wins, whatever top_k is,
  and rng may be None
- end of text: eos may be the id 0; an eos in the prompt ends nothing
- no new tokens: with max_new_tokens = 0 step is never called
- prompts: a list or a tuple, which stays as it is
- calls of step: one per new token, with all ids so far; the logits that it
  returns stay as they are
- top_k: exactly k tokens stay, of equal logits those with the lower ids;
  k >= V keeps all
- large logits: up to ±1e4, also divided by a small temperature, without NaN
  and without a warning
- same seed: a generator in the same state gives the same ids
"""

import numpy as np


def generate(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    raise NotImplementedError
