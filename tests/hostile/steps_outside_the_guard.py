# exercise: softmax
# ways: import, after_the_finder, loader, spec, without_event, shared_object
# outcome: error
# says: Error
# A subinterpreter hears no audit hook. None can be had; if one could, the kernel would stand behind it.
import importlib.machinery
import importlib.util
import sys

WAY = "@way@"
NAME = "_xxsubinterpreters" if sys.version_info < (3, 13) else "_interpreters"
WORK = """
import os
for place in ("@state@", "@package@", os.path.expanduser("~")):
    try:
        open(os.path.join(place, "left_behind"), "w").close()
    except OSError:
        pass
print(open("@solution@").read())
"""


def interpreters():
    if WAY == "import":
        return __import__(NAME)
    if WAY == "after_the_finder":
        sys.meta_path.pop(0)
        return __import__(NAME)
    if WAY == "loader":
        spec = importlib.util.spec_from_loader(NAME, importlib.machinery.BuiltinImporter)
        module = importlib.machinery.BuiltinImporter.create_module(spec)
        importlib.machinery.BuiltinImporter.exec_module(module)
        return module
    if WAY == "spec":
        sys.meta_path.pop(0)
        spec = importlib.machinery.PathFinder.find_spec(NAME) or importlib.machinery.BuiltinImporter.find_spec(NAME)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
    if WAY == "without_event":
        import _imp

        spec = importlib.machinery.ModuleSpec(NAME, None, origin="built-in")
        module = _imp.create_builtin(spec)
        _imp.exec_builtin(module)
        return module
    import test.support  # leads to modules of the kind

    return sys.modules[NAME]


def attack():
    found = interpreters()
    found.run_string(found.create(), WORK)
    raise OSError("it ran, and what it was to do was refused")


def softmax(x, axis=-1):
    attack()
    return x
