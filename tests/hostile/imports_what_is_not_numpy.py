# exercise: softmax
# ways: scipy, torch, pytest, typer, scipy_without_finder, scipy_by_path
# outcome: error
# says: imports (scipy|torch|pytest|typer)|ModuleNotFoundError
import importlib
import sys

if "@way@" == "scipy_without_finder":
    sys.meta_path.pop(0)
if "@way@" == "scipy_by_path":
    sys.path_importer_cache.clear()
found = importlib.import_module("@way@".split("_")[0])


def softmax(x, axis=-1):
    return found.special.softmax(x, axis)
