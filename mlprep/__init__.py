"""Practice machine-learning interview coding in the terminal."""

__version__ = "0.1.0"
__all__ = ["__version__"]

# What IPython's `%load_ext mlprep` is served by. It is known by name alone, as every module knows the version above.
_EXTENSION = "mlprep.notebook.magic"


def load_ipython_extension(shell: object) -> None:
    """Called by `%load_ext mlprep`."""
    from importlib import import_module

    import_module(_EXTENSION).load(shell)


def unload_ipython_extension(shell: object) -> None:
    """Called by `%unload_ext mlprep`."""
    from importlib import import_module

    import_module(_EXTENSION).unload(shell)
