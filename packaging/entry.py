"""The frozen program's start: the same as `python -m desktop_app`, and the way its child processes start.

A frozen program has no interpreter beside it: `sys.executable` is Lesesaal itself. So that a caller may write
`[sys.executable, "-m", "desktop_app.cli.indexer", …]` in a checkout and in a bundle alike, `-m` with a module of ours is
understood here. Nothing else of Python's own command line is.
"""

import multiprocessing
import runpy
import sys


def start() -> None:
    multiprocessing.freeze_support()  # takes over, and never returns, in a worker of a process pool
    if len(sys.argv) > 2 and sys.argv[1] == "-m" and sys.argv[2].split(".")[0] == "desktop_app":
        module = sys.argv[2]
        del sys.argv[1:3]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return
    from desktop_app.__main__ import main

    sys.exit(main())


if __name__ == "__main__":
    start()
