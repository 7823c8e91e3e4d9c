"""Mutants of a reference: every family of change by example, and what holds of all of them."""

import ast
from textwrap import dedent, indent

import pytest

from mlprep.authoring.mutants import Mutant, mutants

ATTENTION = dedent('''
    """Attention — with a shift, so that nothing overflows."""

    import numpy as np

    SCALE = 0.5  # a constant of the module


    def softmax(x: np.ndarray, axis: int = -1, eps=1e-5) -> np.ndarray:
        """Rows sum to 1."""
        e = np.exp(x - x.max(axis=axis, keepdims=True))  # the largest is now 1
        return e / (e.sum(axis=axis, keepdims=True) + eps)


    class Head:
        """Doc strings stay."""

        def __init__(self, d):
            self.d = d

        def __call__(self, q, k, v, mask=None):
            if q.ndim != 2:
                raise ValueError("need 2 axes, not %d" % (q.ndim + 1))
            scores = q @ k.T / np.sqrt(self.d)
            if mask is not None: scores = np.where(mask, scores, -1e9)
            total = 0
            def count():
                nonlocal total
                total += 1
            for row in scores:
                if row[0] < 0 and not row.any():
                    continue
                count(); total *= 2
            return softmax(scores) @ v, total


    if __name__ == "__main__":
        print(Head(2 + 3))
''')


def of(source: str) -> dict[str, Mutant]:
    return {mutant.name: mutant for mutant in mutants(dedent(source))}


def bodies(statements: str) -> set[str]:
    """What becomes of some statements: the mutated bodies of a function that holds them alone."""
    source = "def f(x, y, z, n, axis, eps):\n" + indent(dedent(statements), "    ")
    return {body_of(mutant.source) for mutant in mutants(source)}


def body_of(source: str) -> str:
    (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    return "\n".join(map(ast.unparse, function.body))


def expressions(expression: str) -> set[str]:
    """What becomes of an expression that a function returns."""
    return {body.removeprefix("return ") for body in bodies(f"return {expression}")}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("x + y", {"x - y"}),
        ("x - y", {"x + y", "x"}),
        ("x * y", {"x / y"}),
        ("x / y", {"x * y", "x // y"}),
        ("x // y", {"x / y"}),
        ("x % y", {"x // y"}),
        ("x ** 2", {"x", "x ** 3"}),
        ("x ** y", {"x"}),
        ("x @ y", {"y @ x"}),
        ("-x", {"x"}),
        ("~x & y", {"~x | y", "x & y"}),
        ("x < y", {"x <= y", "x > y"}),
        ("x <= y", {"x < y", "x >= y"}),
        ("x > y", {"x >= y", "x < y"}),
        ("x == y", {"x != y"}),
        ("x != y", {"x == y"}),
        ("x is None", {"x is not None"}),
        ("x in y", {"x not in y"}),
        ("x < y < z", {"x <= y < z", "x > y < z", "x < y <= z", "x < y > z"}),
        ("x and y", {"x or y"}),
        ("x or not y", {"x and (not y)", "x or y"}),
        ("x if y else z", {"x", "z"}),
        ("[x for x in y if z]", {"[x for x in y]"}),
    ],
)
def test_an_operator_becomes_its_neighbors_or_is_left_out(expression, expected):
    assert expressions(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("3", {"4", "2"}),
        ("0", {"1", "-1"}),
        ("-1", {"0", "-2", "1"}),
        ("0.5", {"1.0", "0.0"}),
        ("0.0", {"1.0"}),
        ("-1e9", {"-2000000000.0", "0.0", "1000000000.0"}),
        ("True", {"False"}),
        ("None", set()),
        ("'text'", set()),
        ("x[1:]", {"x[2:]", "x[0:]"}),
        ("x[:-1]", {"x[:0]", "x[:-2]", "x[:1]"}),
        ("x[::-1]", {"x[:]"}),
        ("x[:, ::2]", {"x[:, :]"}),
        ("{'a': x, 'b': 1}", {"{'a': x, 'b': 2}", "{'a': x, 'b': 0}"}),
    ],
)
def test_constants_and_slices_move_a_little(expression, expected):
    assert expressions(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("f(axis=-1)", {"f(axis=0)", "f()"}),
        ("f(axis=0)", {"f(axis=-1)", "f(axis=1)", "f()"}),
        ("f(axis=1)", {"f(axis=0)", "f()"}),
        ("f(axis=axis)", {"f()"}),
        ("f(axis=(0, 1))", {"f()", "f(axis=(1, 1))", "f(axis=(-1, 1))", "f(axis=(0, 2))", "f(axis=(0, 0))"}),
        ("f(keepdims=True)", {"f()"}),
        ("f(dtype=float)", {"f(dtype=int)", "f()"}),
        ("f(dtype=np.float64)", {"f(dtype=np.float32)", "f()"}),
        ("np.var(x)", {"np.var(x, ddof=1)", "np.std(x)"}),
        ("x.std(ddof=1)", {"x.std(ddof=2)", "x.std(ddof=0)", "x.var(ddof=1)"}),
        ("np.argsort(x, kind='stable')", {"np.argsort(x)"}),
    ],
)
def test_keywords_are_dropped_changed_or_added(expression, expected):
    assert expressions(expression) == expected


@pytest.mark.parametrize(
    "expression",
    [
        "f(keepdims=False)",
        "f(axis=None)",
        "np.argsort(x, axis=-1)",
        "np.stack(x, axis=0)",
        "np.zeros(n, dtype=float)",
    ],
)
def test_a_keyword_that_repeats_the_default_is_not_dropped(expression):
    assert not [changed for changed in expressions(expression) if "=" not in changed]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("np.max(x)", {"np.min(x)"}),
        ("x.sum()", {"x.mean()"}),
        ("x.argmin()", {"x.argmax()"}),
        ("np.zeros(n)", {"np.ones(n)"}),
        ("math.sin(x)", {"math.cos(x)"}),
        ("np.floor(x)", {"np.ceil(x)"}),
        ("np.maximum(x, y)", {"np.minimum(x, y)"}),
        ("np.maximum.accumulate(x)", {"np.minimum.accumulate(x)"}),
        ("np.triu(x)", {"np.tril(x)"}),
        ("any(x)", {"all(x)"}),
        ("max(x, y)", {"min(x, y)"}),
        ("np.exp(x)", {"x"}),
        ("np.log(x)", {"x"}),
        ("np.sqrt(x)", {"x"}),
        ("abs(x)", {"x"}),
        ("sorted(x)", {"x"}),
        ("x.copy()", {"x"}),
        ("x.astype(float)", {"x"}),
        ("np.cumsum(x)", {"x"}),
        ("x.T", {"x"}),
        ("np.clip(x, y, z)", {"x", "np.clip(x, z, y)"}),
        ("np.where(x, y, z)", {"np.where(x, z, y)", "y", "z"}),
        ("f(x, y, z)", {"f(y, x, z)"}),
        ("f(*x, y)", set()),
        ("np.einsum('ij,jk->ik', x, y)", {"np.einsum('ij,jk->ki', x, y)", "np.einsum('ij,jk->ik', y, x)"}),
        ("np.einsum('...ij->...ji', x)", {"np.einsum('...ij->...ij', x)"}),
        ("seen.add(x)", set()),
    ],
)
def test_a_function_is_replaced_left_out_or_called_with_swapped_arguments(expression, expected):
    assert expressions(expression) == expected


@pytest.mark.parametrize(
    ("expression", "naive"),
    [
        ("np.exp(x - x.max())", "np.exp(x)"),
        ("np.sqrt(x + eps)", "np.sqrt(x)"),
        ("np.sqrt(x + self.eps)", "np.sqrt(x)"),
        ("np.log(x + 1e-9)", "np.log(x + 0.0)"),
        ("np.log1p(x)", "np.log(1 + x)"),
        ("np.expm1(x)", "np.exp(x) - 1"),
        ("np.logaddexp(x, y)", "np.log(np.exp(x) + np.exp(y))"),
    ],
)
def test_what_makes_a_formula_stable_is_removed(expression, naive):
    assert naive in expressions(expression)


def test_defaults_of_parameters_change_as_constants_do_and_annotations_do_not():
    names = set(of("def f(x: T[1], *, axis: int = -1, eps=1e-5, flag=True) -> T[2]: return x"))
    assert names == {
        "f: -1 -> 1 in `axis=-1`",
        "f: -1 -> 0 in `axis=-1`",
        "f: -1 -> -2 in `axis=-1`",
        "f: 1e-05 -> 2e-05 in `eps=1e-05`",
        "f: 1e-05 -> 0.0 in `eps=1e-05`",
        "f: True -> False in `flag=True`",
    }


def test_neighbors_in_a_returned_tuple_are_swapped():
    assert expressions("x, y, z") == {"(y, x, z)", "(x, z, y)"}


def test_an_augmented_assignment_is_dropped_inverted_and_made_plain():
    assert bodies("x += y\nreturn x") == {f"{line}\nreturn x" for line in ("pass", "x -= y", "x = y")}


def test_an_assignment_is_dropped_only_where_its_target_has_a_value_already():
    assert bodies("x = f(x)\na = f(x)\nx[n] = a") == {"pass\na = f(x)\nx[n] = a", "x = f(x)\na = f(x)\npass"}


def test_what_one_branch_assigns_is_not_known_in_the_other():
    dropped = bodies("if x:\n    a = y\nelse:\n    a = z\na = f(a)")
    assert "if x:\n    a = y\nelse:\n    pass\na = f(a)" not in dropped
    assert "if x:\n    a = y\nelse:\n    a = z\npass" in dropped


def test_a_call_for_its_effect_is_dropped_once():
    assert bodies("x.sort()\nreturn x") == {"pass\nreturn x"}


def test_a_condition_is_forced_both_ways_so_that_a_guard_goes_too():
    assert bodies("if x:\n    return y\nreturn z") == {
        "if True:\n    return y\nreturn z",
        "if False:\n    return y\nreturn z",
    }


def test_the_branches_of_elif_are_forced_but_not_dropped():
    changed = bodies("if x:\n    return x\nelif y:\n    return y\nelse:\n    return z")
    assert changed == {
        "pass",
        "if True:\n    return x\nelif y:\n    return y\nelse:\n    return z",
        "if False:\n    return x\nelif y:\n    return y\nelse:\n    return z",
        "if x:\n    return x\nelif True:\n    return y\nelse:\n    return z",
        "if x:\n    return x\nelif False:\n    return y\nelse:\n    return z",
    }


def test_break_continue_raise_and_whole_loops_are_dropped():
    names = set(
        of("""
        def f(x):
            for i in x:
                if i:
                    g(i)
                    continue
                elif h(i):
                    x += i
                    break
                x += i
            raise ValueError(x)
    """)
    )
    assert {f"f: drop {what}" for what in ("continue", "break", "for i in x", "raise ValueError(x)")} <= names


def test_the_only_statement_of_a_loop_or_guard_is_not_dropped_since_its_owner_is():
    assert set(of("def f(x):\n    for i in x:\n        if i:\n            break")) == {
        "f: drop for i in x",
        "f: if i -> if True",
    }


@pytest.mark.parametrize(
    "source",
    [
        '"""A module."""',
        'def f():\n    """A function, 1 of 2."""\n    return None',
        "import numpy as np\nfrom a import b",
        'if __name__ == "__main__":\n    f(1 + 2)',
        "x: T[1] = None",
        "@cache(maxsize=1)\ndef f(): return None",
        "class A(B[1]): pass",
        'x = f"{1 + y:>{3}}"',
        "def f(x): raise NotImplementedError",
    ],
)
def test_what_says_nothing_about_the_answer_is_left_alone(source):
    assert not of(source)


def test_an_error_may_go_unraised_but_its_message_is_left_alone():
    (only,) = mutants('def f():\n    raise ValueError("not " + str(1 - 2)) from None')
    assert only.source == "def f():\n    pass"


def test_any_line_endings_tabs_and_letters_are_kept():
    (first, *_) = mutants("# ünïcode\r\ndef f(x):\r\n\ts = 'é'; y = g(s, x)  # é\r\n\treturn y\r\n")
    assert first.source == "# ünïcode\r\ndef f(x):\r\n\ts = 'é'; y = g(x, s)  # é\r\n\treturn y\r\n"


def test_a_change_leaves_every_other_line_as_it_was_written():
    for mutant in mutants(ATTENTION):
        if "drop for" not in mutant.name:
            lines = zip(ATTENTION.splitlines(), mutant.source.splitlines(), strict=True)
            assert sum(old != new for old, new in lines) == 1, mutant.name


def test_a_mutant_knows_the_line_it_changes():
    lines = ATTENTION.splitlines()
    for mutant in mutants(ATTENTION):
        assert lines[mutant.line - 1] != mutant.source.splitlines()[mutant.line - 1], mutant.name


def test_every_mutant_compiles_and_none_repeats_another_or_the_original():
    dumps = [ast.dump(ast.parse(mutant.source)) for mutant in mutants(ATTENTION)]
    assert len(dumps) > 60
    assert len({*dumps, ast.dump(ast.parse(ATTENTION))}) == len(dumps) + 1
    for mutant in mutants(ATTENTION):
        compile(mutant.source, mutant.name, "exec")


def test_a_drop_that_python_would_refuse_is_left_out():
    found = of("""
        def f():
            if g():
                a = h()
            else:
                a = k()
            def inner():
                nonlocal a
            return inner
    """)
    assert "f: if g() -> if True" in found
    assert "f: drop if g()" not in found


def test_names_are_unique_and_say_where_and_what():
    names = [mutant.name for mutant in mutants(ATTENTION)]
    assert len(names) == len(set(names))
    assert {
        "module: 0.5 -> 0.0 in `SCALE = 0.5`",
        "softmax: drop keepdims=True in `e = np.exp(x - x.max(axis=axis, keepdims=True))`",
        "softmax: drop keepdims=True in `return e / (e.sum(axis=axis, keepdims=True) + eps)`",
        "softmax: x.max -> x.min in `e = np.exp(x - x.max(axis=axis, keepdims=True))`",
        "Head.__call__: q @ k.T -> k.T @ q in `scores = q @ k.T / np.sqrt(self.d)`",
        "Head.__call__: if mask is not None -> if False",
        "Head.__call__: mask is not None -> mask is None in `if mask is not None`",
        "Head.__call__.count: drop total += 1",
        "Head.__call__.count: total += 1 -> total -= 1",
        "Head.__call__: swap softmax(scores) @ v and total in return in `return (softmax(scores) @ v, total)`",
    } <= set(names)


def test_a_change_that_shortening_hides_is_quoted_with_what_is_around_it():
    arguments = "first_of_many(x), second_of_many(x), h(x, axis=-1), [x, x + 3, 2], 0 * x, 1 + 1"
    names = set(of(f"def f(x):\n    return g({arguments})"))
    assert "f: drop axis=-1 in `return g(…)` at `h(x, axis=-1)`" in names
    assert "f: 3 -> 4 in `return g(…)` at `x + 3`" in names
    assert "f: x + 3 -> x - 3 in `return g(…)`" in names


@pytest.mark.parametrize(
    ("source", "endings"),
    [
        ("a = x[::-1] + y[::-1]", [" at `x[::-1]`", " at `y[::-1]`"]),
        ("if z:\n    x = x[::-1]\nelse:\n    x = x[::-1]", [" under `if z`", " under `the else of if z`"]),
        ("x = x[::-1]\nfor x in z:\n    x = x[::-1]", ["", " under `for x in z`"]),
        ("x.a()\nx = x[::-1]\nx.b()\nx = x[::-1]", [" after `x.a()`", " after `x.b()`"]),
        ("y = (x[::-1], x[::-1])", [" #1", " #2"]),
    ],
)
def test_twins_are_told_apart_by_expression_then_block_then_the_statement_before(source, endings):
    names = [name for name in of("def f(x, y, z):\n" + indent(source, "    ")) if "[::-1] -> [:]" in name]
    statement = next(line.strip() for line in source.splitlines() if "[::-1]" in line)
    assert names == [f"f: [::-1] -> [:] in `{statement}`{ending}" for ending in endings]


def test_a_name_does_not_change_when_the_same_change_becomes_possible_above():
    below = "def f(x, y):\n    y = np.sum(x, axis=-1)\n    return y"
    above = below.replace("    y", "    x = x - np.max(x, axis=-1)\n    y", 1)
    name = "f: drop axis=-1 in `y = np.sum(x, axis=-1)`"
    assert of(below)[name].source == of(above)[name].source.replace("    x = x - np.max(x, axis=-1)\n", "")


def test_names_survive_lines_inserted_elsewhere():
    above = ATTENTION.replace("SCALE", "OTHER = None\n\n\ndef g(x):\n    return x + 1\n\n\nSCALE")
    before = [mutant.name for mutant in mutants(ATTENTION)]
    assert [mutant.name for mutant in mutants(above) if not mutant.name.startswith("g: ")] == before
    assert [mutant.name for mutant in mutants("\n" + ATTENTION)] == before
    assert list(mutants(ATTENTION)) == list(mutants(ATTENTION))


def test_a_long_expression_is_named_by_its_operator_with_its_operands_shortened():
    call = "np.some_function(a_first_argument, a_second_argument)"
    product = "np.some_function(…) * np.some_function(…)"
    assert f"f: {product} -> {product.replace('*', '/')} in `return {product}`" in of(
        f"def f():\n    return {call} * {call}"
    )


def test_a_source_that_is_not_python_is_refused():
    with pytest.raises(SyntaxError):
        list(mutants("def f(:"))
