# exercise: softmax
# ways: subprocess, system, posix_spawn, fork, multiprocessing, fork_exec, real_fork_exec, spawnv_passfds, resource_tracker, tkinter
# outcome: error failed
# needs: wall
import importlib.machinery
import importlib.util
import os
import sys

COMMAND = ["/bin/cat", "@solution@"]


def run_with(fork_exec):
    out, into = os.pipe()
    error_out, error_in = os.pipe()
    names = {"close_fds": False, "pass_fds": ()}
    fork_exec(COMMAND, [b"/bin/cat"], False, (), None, None, -1, -1, -1, into, -1, -1, error_out, error_in,
              False, False, -1, None, None, None, -1, None, True)  # fmt: skip
    os.close(into)
    with os.fdopen(out) as file:
        return file.read() if names else ""


def peek():
    way = "@way@"
    if way == "subprocess":
        import subprocess

        return subprocess.check_output(COMMAND, text=True)
    if way == "system":
        os.system(f"cat @solution@ > {os.getpid()}.txt")
        return open(f"{os.getpid()}.txt").read()
    if way == "posix_spawn":
        os.posix_spawn(COMMAND[0], COMMAND, {})
    if way == "fork":
        if os.fork() == 0:
            print(open("@solution@").read())
    if way == "multiprocessing":
        import multiprocessing

        with multiprocessing.get_context("spawn").Pool(1) as pool:
            return pool.apply(eval, ['open("@solution@").read()'])
    if way == "fork_exec":
        import _posixsubprocess

        return run_with(_posixsubprocess.fork_exec)
    if way == "real_fork_exec":
        del sys.modules["_posixsubprocess"]
        finder = importlib.machinery.BuiltinImporter.find_spec("_posixsubprocess")
        spec = finder or importlib.machinery.PathFinder.find_spec("_posixsubprocess")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return run_with(module.fork_exec)
    if way == "spawnv_passfds":
        from multiprocessing.util import spawnv_passfds

        spawnv_passfds(COMMAND[0], COMMAND, [1])
    if way == "resource_tracker":
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()
    import tkinter

    return tkinter.Tcl().eval("set f [open {@solution@}]; read $f")


def softmax(x, axis=-1):
    space = {}
    exec(peek(), space)
    return space["softmax"](x, axis)
