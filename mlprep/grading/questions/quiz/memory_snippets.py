"""What a snippet prints where memory and dtypes decide: views and copies, promotion, integer arithmetic."""

from __future__ import annotations

from random import Random

from mlprep.grading.questions.quiz.drawn import Drawn, digits, makes, output


@makes("views-and-copies")
def views_and_copies(rng: Random) -> Drawn:
    """Does writing into b change a?"""
    a = digits(rng, 5)
    v = rng.choice((0, 10, 20, 50))
    start = rng.randrange(3)
    square = f"a = np.array([{a[:2]}, {a[2:4]}])"
    made = f"a = np.array({a})"
    options = [
        (f"{made}\nb = a[{start}:{start + 2}]\nb[0] = {v}\nprint(a)",
         f"A slice is a view, so b[0] is a[{start}] itself."),
        (f"{made}\nb = a[[{start}, {start + 1}]]\nb[0] = {v}\nprint(a)",
         "A list of indices makes a copy, so a stays as it is."),
        (f"{made}\nb = a[{start}:{start + 2}].copy()\nb[0] = {v}\nprint(a)",
         "copy() makes an array of its own, so a stays as it is."),
        (f"{made}\nb = a\nb += {v}\nprint(a)", "b is another name of the same array, and += works in place."),
        (f"{made}\nb = a\nb = b + {v}\nprint(a)",
         "b + ... makes a new array and gives the name b to it; a stays as it is."),
        (f"{made}\nb = a[a > {sorted(a)[2]}]\nb[:] = {v}\nprint(a)",
         "A mask on the right makes a copy, so a stays as it is."),
        (f"{made}\na[a > {sorted(a)[2]}] = {v}\nprint(a)", "A mask on the left of = writes into a itself."),
        (f"{made}\na[a > {sorted(a)[2]}][0] = {v}\nprint(a)",
         f"a[mask] is a copy, and {v} is written into that copy."),
        (f"{square}\nb = a.T\nb[0, 1] = {v}\nprint(a)", "The transpose is a view: b[0, 1] is a[1, 0]."),
        (f"{square}\nb = a.reshape(4)\nb[{start}] = {v}\nprint(a)",
         f"reshape gives a view here: b[{start}] is a[{start // 2}, {start % 2}]."),
        (f"{square}\nb = a.flatten()\nb[{start}] = {v}\nprint(a)", "flatten always copies, so a stays as it is."),
        (f"{square}\nb = a.ravel()\nb[{start}] = {v}\nprint(a)", "ravel gives a view where it can, as here."),
        (f"{square}\na[0], a[1] = a[1], a[0]\nprint(a)",
         "Both sides are views: when a[1] is written, row 0 already holds row 1. Use a[[0, 1]] = a[[1, 0]]."),
        (f"{square}\na[[0, 1]] = a[[1, 0]]\nprint(a)",
         "The list of indices on the right makes a copy first, so the rows trade places."),
        (f"def f(x):\n    x -= x.min()\n    return x\n\n{made}\nf(a)\nprint(a)",
         "-= works in place, so the caller's array changes."),
        (f"def f(x):\n    x = x - x.min()\n    return x\n\n{made}\nf(a)\nprint(a)",
         "x - ... is a new array, and only the local name x refers to it."),
        (f"rows = [[0] * 2] * 2\nrows[0][1] = {v or 7}\nprint(rows)",
         "* 2 repeats the same inner list, so both rows change."),
        (f"{made}\nb = a[::2]\nb *= 2\nprint(a)", "A slice with a step is a view too: every second entry doubles."),
        (f"{made}\nfor x in a:\n    x += {v or 5}\nprint(a)",
         "x is a number, not a view, so += gives the name x to another number."),
        (f"{square}\nfor row in a:\n    row += {v or 5}\nprint(a)", "Each row is a view, and += works in place."),
    ]  # fmt: skip
    code, told = rng.choice(options)
    return output(code, told)


@makes("dtypes")
def dtypes(rng: Random) -> Drawn:
    """Which dtype comes out, and what integers do."""
    a = digits(rng, 3)
    small, divisor = rng.randrange(1, 8), rng.choice((2, 3, 4))
    ints = f"a = np.array({a}, dtype=np.int64)"
    high, more = rng.choice((250, 252, 254)), rng.choice((8, 10, 12))
    narrow, wide = rng.choice((("int8", "int16"), ("int16", "int32"), ("float32", "float64"), ("int32", "int64")))
    halves = [0.5, 1.5, 2.5, 3.5, -0.5, -1.5, 4.5]
    picked = rng.sample(halves, 3)
    negative = -rng.choice((5, 7, 9, 11))
    options = [
        (f"{ints}\na[0] = {small}.7\nprint(a)", "The array stays int64, so the fraction is cut off."),
        (f"{ints}\na += 0.5\nprint(a)",
         "The result is float64, and NumPy refuses to write that into an int64 array in place."),
        (f"{ints}\na = a + 0.5\nprint(a)", "A new array is made, and int64 plus a float is float64."),
        (f"{ints}\nprint((a / {divisor}).dtype)", "/ gives floats, whatever the numbers are."),
        (f"{ints}\nprint((a // {divisor}).dtype)", "// of integers stays an integer."),
        (f"print(np.array([{-negative}, {negative}]) // {divisor})", "// rounds down, toward minus infinity."),
        (f"print(np.array([{-negative}, {negative}]) % {divisor})",
         "% has the sign of the divisor in NumPy and Python."),
        (f"print(np.array([{-negative / 2}, {negative / 2}]).astype(np.int64))",
         "astype cuts off toward 0, it does not round down."),
        (f"print(np.array([{small}, {small}.5]).dtype)", "One float makes the whole array float64."),
        (f"print(np.array([True, False, True]).sum() + {small})", "True counts as 1."),
        (f"a = np.array([{high}], dtype=np.uint8)\nb = np.array([{more}], dtype=np.uint8)\nprint(a + b)",
         f"uint8 holds 0 to 255 and wraps around: {high + more} - 256."),
        (f"a = np.ones(2, dtype=np.{narrow})\nb = np.ones(2, dtype=np.{wide})\nprint((a + b).dtype)",
         f"The result has a dtype that holds both, {wide}."),
        ("a = np.ones(2, dtype=np.int64)\nb = np.ones(2, dtype=np.float32)\nprint((a * b).dtype)",
         "float32 is too narrow for int64, so NumPy takes float64, although that does not hold every int64 either."),
        ("a = np.ones(2, dtype=np.int16)\nb = np.ones(2, dtype=np.float32)\nprint((a * b).dtype)",
         "float32 holds every int16 exactly, so float32 is enough."),
        (f"a = np.ones(2, dtype=np.float32)\nprint((a * {small}.0).dtype)",
         "A Python number does not widen a float array."),
        (f"print(np.round(np.array({picked})))", "NumPy rounds halves to the even neighbor."),
        (f"{ints}\nprint(a.mean().dtype)", "The mean of integers is float64."),
        (f"{ints}\nprint((a > {a[1]}).dtype)", "A comparison gives booleans."),
        (f"print(np.zeros({small}).dtype)", "zeros makes float64 unless you say otherwise."),
        (f"print(np.zeros_like(np.array({a}, dtype=np.int32)).dtype)",
         "zeros_like takes the dtype of its argument. As a buffer for means it would cut off fractions."),
        (f"print(np.full(2, {small}, dtype=np.int64) ** 2)", "Integers stay integers."),
        ("print(0.1 + 0.2 == 0.3)", "0.1, 0.2 and 0.3 have no exact binary form. Use np.isclose."),
        ("a = np.array([0.0, np.nan])\nprint(a == a)", "NaN equals nothing, not even itself. Use np.isnan."),
        (f"print(int(np.array([{small}.9, 1.0])[0]), round({small}.9))", "int cuts off, round rounds."),
    ]  # fmt: skip
    code, told = rng.choice(options)
    return output(code, told)
