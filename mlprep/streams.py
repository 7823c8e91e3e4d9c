"""The standard streams as we need them: open, and able to carry what we print.

Imported before anything else, so it imports nothing that takes time.
"""

from __future__ import annotations

import codecs
import os
import sys

# What an encoding that lacks our marks and the sheet's symbols gets instead.
_PLAIN = {
    "✓": "+", "✗": "x", "·": "-", "▸": ">", "↻": "~", "★": "*", "…": "...", "█": "#", "░": ".", "▒": "+", "▓": "%",
    "│": "|", "─": "-",
    "–": "-", "—": "-", "−": "-", "×": "x", "√": "sqrt", "∑": "sum", "Σ": "Sum", "∏": "prod", "∞": "inf", "≈": "~",
    "≤": "<=", "≥": ">=", "≠": "!=", "→": "->", "←": "<-", "ᵀ": "^T", "²": "^2", "³": "^3", "½": "1/2", "±": "+-",
    "‖": "||", "′": "'", "“": '"', "”": '"', "‘": "'", "’": "'", "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta",
    "ε": "eps", "η": "eta", "θ": "theta", "λ": "lambda", "μ": "mu", "π": "pi", "σ": "sigma", "τ": "tau", "φ": "phi",
    "Φ": "Phi", "ᾱ": "alpha_bar", "ŷ": "y_hat", "∂": "d", "∇": "grad ", "∈": " in ", "•": "-", "⊙": "*",
    "⌊": "floor(", "⌋": ")", "⌈": "ceil(", "⌉": ")", "₂": "_2", "ⁿ": "^n", "⁰": "^0", "⁴": "^4",
}  # fmt: skip
_HANDLER = "mlprep"


def fill() -> None:
    """Open the null device in the place of a standard descriptor that is closed, as some launchers leave them.

    Else the next pipe of ours would get its number, and be taken for a standard stream.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # it takes the lowest free number: this one
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - it lives as long as we do


def adapt() -> None:
    """Let a stream whose encoding lacks a character carry a plain one instead of breaking the command.

    UTF-8 lacks some as well: the surrogates, which stand for what is not text in a file's name or a record.
    """
    codecs.register_error(_HANDLER, _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_HANDLER)


def flush() -> str | None:
    """Write out what is left; why that failed, if somebody should be told."""
    said = None
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:  # whoever read us has seen enough
            said = said or ""
        except OSError as error:
            said = f"The output could not be written: {error.strerror}."
        except ValueError:  # closed by whoever runs us as a library
            continue
    return said


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(character, "?") for character in error.object[error.start : error.end]), error.end
