# exercise: softmax
# ways: fork import, fork call, double_fork call, forkpty call, system call, popen call, subprocess import, subprocess call, spawn call, posix_spawn call, multiprocessing call, spawned_multiprocessing call, pool call, exec call, asyncio call, fork_exec call
# outcome: error
# says: may not start other processes
import os
import sys

WHAT, WHEN = "@way@".split()


def sleep():
    while True:
        os.system("sleep 1000")


def double_fork():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            sleep()
        os._exit(0)


def attack():
    if WHAT == "fork" and os.fork() == 0:
        sleep()
    if WHAT == "double_fork":
        double_fork()
    if WHAT == "forkpty":
        os.forkpty()
    if WHAT == "system":
        os.system("sleep 1000 &")
    if WHAT == "popen":
        os.popen("sleep 1000")
    if WHAT == "subprocess":
        import subprocess

        subprocess.Popen(["sleep", "1000"], start_new_session=True)
    if WHAT == "spawn":
        os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "1000")
    if WHAT == "posix_spawn":
        os.posix_spawnp("sleep", ["sleep", "1000"], {})
    if WHAT == "exec":
        os.execlp("sleep", "sleep", "1000")
    if WHAT.endswith("multiprocessing"):
        import multiprocessing

        context = multiprocessing.get_context("spawn" if WHAT.startswith("spawned") else "fork")
        context.Process(target=sleep).start()
    if WHAT == "pool":
        from concurrent.futures import ProcessPoolExecutor

        ProcessPoolExecutor(1).submit(sleep).result()
    if WHAT == "asyncio":
        import asyncio

        asyncio.run(asyncio.create_subprocess_shell("sleep 1000"))
    if WHAT == "fork_exec":
        import _posixsubprocess

        _posixsubprocess.fork_exec([b"sleep", b"1000"], [b"/bin/sleep"])


if WHEN == "import":
    attack()


def softmax(x, axis=-1):
    attack()
