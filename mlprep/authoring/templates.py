"""What `mlprep dev new` writes.

NAME and TITLE stand for the exercise's, SECTION for the one of the sheet that it practices, TODO for a thing to write.
"""

from __future__ import annotations


def fill(template: str, name: str, title: str, section: str) -> str:
    """A template with these in their places."""
    filled = template.replace("NAME", name).replace("TITLE", title).replace("SECTION", section)
    return filled.replace("TODO:", f"TODO({name}):")


STARTER = '''"""TITLE

TODO: what is asked, in a sentence or two, and the formula:

    NAME(x) = ...

x       TODO: shape with names, such as (n, d), and which values are allowed
returns TODO: shape and meaning

    >>> NAME(np.array([1.0, 2.0]))
    array([1., 2.])

Edge cases
- one entry: TODO: an edge that the grader tries, or drop the list; the grader's `.edge("one entry")` names it
"""

import numpy as np


def NAME(x):  # TODO: the exact signature, here and in the solution
    raise NotImplementedError
'''

SOLUTION = '''"""TITLE. TODO: why this form is right and stable, in a few sentences.

TODO: time and memory in a line.
"""

import numpy as np


def NAME(x):
    """TODO: what it returns, in a line."""
    # TODO: the computation, with a comment on the shape where it changes
    return np.array(x)


# What an interviewer asks next
#
# TODO: two to four questions, each with its answer.
'''

GRADER = '''"""TITLE: TODO: what this grader looks at, in a line."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    # TODO: the smallest case first, then random ones of fixed shape, then every corner that the statement allows
    yield Case("random rows", rng.normal(size=(3, 4)))
    yield Case("one entry", np.array([3.0])).edge("one entry")


@mistake("TODO: Name the misunderstanding. Say what to do instead.")
def first_mistake(x):
    return 2 * x


@mistake("TODO: Name the misunderstanding. Say what to do instead.")
def second_mistake(x):
    return 3 * x


@mistake("TODO: Name the misunderstanding. Say what to do instead.")
def third_mistake(x):
    return 4 * x


@mistake("TODO: Name the misunderstanding. Say what to do instead. (For an easy exercise, three are enough.)")
def fourth_mistake(x):
    return 5 * x


@alternative
def in_plain_loops(x):
    # TODO: a right answer in another style, such as plain loops
    return x.copy()


@alternative
def by_another_function(x):
    # TODO: a right answer in a third style, such as other NumPy functions
    return x.copy()
'''

TOPIC = """title = "TOPIC"  # TODO: as a person would say it
"""

ROW = '''
[[exercise]]
id = "NAME"
title = "TITLE"  # TODO: as a person would say it
level = "medium"  # TODO: easy, medium or hard
minutes = 10  # TODO: the target time
entry = ["NAME"]
sections = ["SECTION"]  # TODO: the sections of the sheet that it practices
after = []  # TODO: exercises worth doing first, or drop this line
hints = [
    """
    TODO: a nudge towards the idea, without the formula.
    """,
    """
    TODO: the formula.
    """,
    """
    TODO: the steps in words, without code that could be pasted.
    """,
]
'''

SHEET = """
## SECTION

```text
TODO: the formula in readable Unicode. Where a section that exists says it, delete this one and name that in the row.
```

```python
# TODO: a short correct snippet that defines what it uses, and asserts that it is right
```
"""

ORACLE = '''

@given(st.integers(0, 2**32 - 1))
def test_NAME_agrees_with_a_loop(seed):
    """TODO: name the test after what the reference agrees with: a library, or a plain specification."""
    x = np.random.default_rng(seed).normal(size=(3, 4))
    wanted = x  # TODO: by other means than the reference
    np.testing.assert_allclose(reference("NAME").NAME(x), wanted, rtol=1e-12)
'''

RIGHT = """# TODO: an answer that somebody might write who has read the statement alone. Name the file for its style.
import numpy as np


def NAME(x):
    raise NotImplementedError
"""

WRONG = """# TODO: say in this line what is wrong. Write that answer, and name the file for what is wrong.
import numpy as np


def NAME(x):
    raise NotImplementedError
"""
