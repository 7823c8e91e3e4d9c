"""Which framework a file is written in: PyTorch if it imports torch, else NumPy. Nothing here imports either."""

from __future__ import annotations

NUMPY, TORCH = "numpy", "torch"
INSTALL_TORCH = "pip install torch --index-url https://download.pytorch.org/whl/cpu"


def framework_of(source: str) -> str:
    """What the source is written in. A file that imports neither is NumPy's, and so is one that is no Python."""
    if "torch" not in source:  # parsing takes milliseconds, which a NumPy file need not pay for
        return NUMPY
    import ast

    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError):
        return TORCH if _seems_to_import_torch(source) else NUMPY
    for node in nodes:
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        else:
            continue
        if any(name.partition(".")[0] == TORCH for name in names):
            return TORCH
    return NUMPY


def _seems_to_import_torch(source: str) -> bool:
    """Of a file with a slip in it, as far as its lines tell."""
    return any(line.split()[:2] in (["import", TORCH], ["from", TORCH]) for line in source.splitlines())


def is_installed(package: str) -> bool:
    """Whether that package can be imported, without importing it."""
    from importlib.util import find_spec

    spec = find_spec(package)
    return spec is not None and spec.origin is not None  # a folder of that name is none
