# exercise: softmax
# ways: control, surrogate, long, many_names, syntax, syntax_numbers, traceback_gone, grouped, chained, no_text, bytes, warning, in_del, stop
# outcome: error failed
import warnings


def softmax(x, axis=-1):
    way = "@way@"
    if way == "control":
        raise ValueError("\x1b[2J\x1b[31m[bold red]boo[/]\r\x00")
    if way == "surrogate":
        raise ValueError("\udc80 \ud800 caf\xe9")
    if way == "long":
        raise ValueError("x" * 50_000_000)
    if way == "many_names":
        raise type("[bold]\x1b[31m" + "E" * 1000, (Exception,), {})("boo")
    if way == "syntax":
        eval("1 +* 2")
    if way == "syntax_numbers":
        error = SyntaxError("odd")
        error.lineno, error.offset, error.text = "five", [1], 3.5
        raise error
    if way == "traceback_gone":
        error = ValueError("boo")
        error.__traceback__ = None
        raise error.with_traceback(None)
    if way == "grouped":
        raise BaseExceptionGroup("many", [ValueError(str(i)) for i in range(1000)])
    if way == "chained":
        error = None
        for i in range(10_000):
            fresh = ValueError(str(i))
            fresh.__cause__ = error
            error = fresh
        raise error
    if way == "no_text":
        raise type("E", (Exception,), {"__str__": lambda self: 5})
    if way == "bytes":
        raise OSError(b"\xff\xfe")
    if way == "warning":
        class Odd(RuntimeWarning):
            def __str__(self):
                raise ZeroDivisionError

        warnings.warn_explicit(Odd("boo"), None, __file__, "five" if False else 10**9)
        return x
    if way == "in_del":
        class Dies:
            def __del__(self):
                raise ValueError("in __del__")

        Dies()
        return x
    raise StopIteration
