# exercise: softmax
# ways: statement, from, import_module, dunder, util, no_finder, no_finder_at_call, path_and_no_finder, mlprep, engine, wire, exec_module, path_hook, find_loader, reload, namespace, builtin_import
# outcome: error failed
# says: mlprep's own|ModuleNotFoundError|KeyError|ImportError|PermissionError
import importlib
import importlib.machinery
import importlib.util
import os
import sys

ROOT, WAY = os.path.dirname(os.path.dirname(os.path.dirname("@solution@"))), "@way@"


def find():
    if WAY == "statement":
        import solutions.activations.softmax as found
    elif WAY == "from":
        from solutions.activations import softmax as found
    elif WAY == "import_module":
        found = importlib.import_module("solutions.activations.softmax")
    elif WAY == "dunder":
        found = __import__("solutions.activations.softmax", fromlist=["softmax"])
    elif WAY == "util":
        found = importlib.util.module_from_spec(importlib.util.find_spec("solutions.activations.softmax"))
    elif WAY.startswith("no_finder"):
        del sys.meta_path[0]
        found = importlib.import_module("solutions.activations.softmax")
    elif WAY == "path_and_no_finder":
        sys.meta_path[:] = [importlib.machinery.PathFinder]
        sys.path.insert(0, ROOT)
        found = importlib.import_module("solutions.activations.softmax")
    elif WAY == "mlprep":
        import mlprep

        found = mlprep
    elif WAY == "engine":
        from mlprep.grading.engine import main as found
    elif WAY == "wire":
        found = sys.modules["mlprep.grading.common.wire"]
    elif WAY == "exec_module":
        found = importlib.machinery.SourceFileLoader("found", "@solution@").load_module()
    elif WAY == "path_hook":
        finder = sys.path_hooks[-1](os.path.dirname("@solution@"))
        found = finder.find_spec("softmax").loader.load_module("softmax")
    elif WAY == "find_loader":
        found = importlib.machinery.PathFinder.find_spec("softmax", [os.path.dirname("@solution@")]).loader.load_module()
    elif WAY == "reload":
        found = importlib.reload(sys.modules["mlprep"])
    elif WAY == "namespace":
        sys.path.append(ROOT)
        found = importlib.import_module("solutions")
    else:
        found = sys.modules["builtins"].__import__("solutions")
    return found.softmax


if WAY == "no_finder":
    find()


def softmax(x, axis=-1):
    return find()(x, axis)
