#!/usr/bin/env python3
"""Measures the program from outside: on a pseudo terminal of 200x50, against a scripted server. See docs/performance.md.

usage: bench/run [--rounds N] [--idle SECONDS] [--keys N] [--only NAME]
       bench/run micro [JMH options]
"""
import argparse
import datetime
import glob
import json
import os
import sys
import time

import measures
import programs
import report
from pty_driver import COLUMNS, ROWS

OUT = os.path.join(programs.HERE, "out")


def prepare(server):
    """Builds the program and waits for the JDK's cache, which is made when the first screen has ended."""
    for _ in range(2):  # The first one may find a failure that is noted from before; a build clears it.
        program = programs.Here(server)
        terminal = program.start()
        terminal.until(program.ready, 600)
        program.close(terminal)
        end = time.monotonic() + 60
        while time.monotonic() < end and not cache():
            time.sleep(0.5)
        if cache():
            break
    if not cache():
        sys.exit("There is no AOT cache; target/run/aot.log says why.")
    time.sleep(1)


def cache():
    jars = sorted(glob.glob(os.path.join(programs.PROJECT, "target", "run", "*.jar")), key=os.path.getmtime)
    return jars and os.path.exists(jars[-1][:-4] + ".aot")


def raise_priority():
    try:
        os.setpriority(os.PRIO_PROCESS, 0, -10)
        return "priority raised (nice -10)"
    except PermissionError:
        return "usual priority"


def main():
    arguments = argparse.ArgumentParser(prog="bench/run")
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--idle", type=float, default=20)
    arguments.add_argument("--keys", type=int, default=60)
    arguments.add_argument("--only", choices=["here", "long", "raw"])
    settings = arguments.parse_args()
    kinds = {"here": programs.Here, "long": programs.WithHistory, "raw": programs.Raw}
    if settings.only:
        kinds = {settings.only: kinds[settings.only]}
    server = programs.Server()
    prepare(server)
    priority = raise_priority()
    os.setpriority(os.PRIO_PROCESS, server.process.pid, os.getpriority(os.PRIO_PROCESS, 0))
    load = os.getloadavg()[0]
    runs = {kind.name: [] for kind in kinds.values()}
    for number in range(settings.rounds):
        for kind in kinds.values():
            print(f"round {number + 1} of {settings.rounds}: {kind.name}", file=sys.stderr, flush=True)
            runs[kind.name].append(measures.measure(kind(server), settings))
    server.close()
    write(runs, settings, priority, load)


def write(runs, settings, priority, load):
    os.makedirs(OUT, exist_ok=True)
    made = (f"{datetime.date.today()}, {os.cpu_count()} cores, load {load:.1f} at the start, {priority}; "
            f"{settings.rounds} interleaved rounds, {COLUMNS}x{ROWS}, scripted server on the loopback\n\n"
            + report.table({name: report.summary(of) for name, of in runs.items()}))
    plots = {"first-frame": ("First frame", "ms", "first frame"), "key-echo": ("Key echo at 200 tokens/s", "ms", "key echo"),
             "enter": ("Enter to the request", "ms", "Enter to request"), "first-token": ("First token", "ms", "first token")}
    for file, (title, unit, figure) in plots.items():
        series = {name: [value for run in of for value in (run[figure] if isinstance(run[figure], list) else [run[figure]])]
                  for name, of in runs.items()}
        save(file + ".svg", report.steps(title, unit, series))
    save("table.md", made)
    save("figures.json", json.dumps(runs, indent=1))
    print(made)


def save(name, text):
    with open(os.path.join(OUT, name), "w", encoding="utf-8") as file:
        file.write(text)


main()
