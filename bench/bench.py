#!/usr/bin/env python3
"""Measures the program from outside: on a pseudo terminal of 200x50, against a scripted server. See docs/performance.md.

usage: bench/run [--rounds N] [--idle SECONDS] [--keys N] [--only NAME] [--frames N]
       bench/run first-frame [--rounds N] [--against DIR]
       bench/run micro [JMH options]
"""
import argparse
import datetime
import json
import os
import sys

import measures
import prepare
import programs
import report
from pty_driver import COLUMNS, ROWS

OUT = os.path.join(programs.HERE, "out")


def main():
    arguments = argparse.ArgumentParser(prog="bench/run")
    arguments.add_argument("--rounds", type=int, default=2, help="of everything; figures are medians over them")
    arguments.add_argument("--frames", type=int, default=7, help="rounds of the first frame alone, each program in turn")
    arguments.add_argument("--idle", type=float, default=20)
    arguments.add_argument("--keys", type=int, default=60)
    arguments.add_argument("--only", choices=["here", "long", "raw"])
    settings = arguments.parse_args()
    kinds = {"here": programs.Here, "long": programs.WithHistory, "raw": programs.Raw}
    if settings.only:
        kinds = {settings.only: kinds[settings.only]}
    server = programs.Server()
    prepare.wait_for_cache(programs.PROJECT)
    priority = prepare.raise_priority()
    os.setpriority(os.PRIO_PROCESS, server.process.pid, os.getpriority(os.PRIO_PROCESS, 0))
    load = os.getloadavg()[0]
    runs = {kind.name: [] for kind in kinds.values()}
    frames = first_frames(kinds.values(), server, settings.frames)
    for number in range(settings.rounds):
        for kind in kinds.values():
            print(f"round {number + 1} of {settings.rounds}: {kind.name}", file=sys.stderr, flush=True)
            runs[kind.name].append(measures.measure(kind(server), settings))
    server.close()
    for name, of in runs.items():
        of[0]["first frame"] = frames[name] + [run.pop("first frame") for run in of]
    write(runs, settings, priority, load)


def first_frames(kinds, server, rounds):
    """Milliseconds to the first frame, by the program's name; each program in turn, as the machine changes meanwhile."""
    taken = {kind.name: [] for kind in kinds}
    for _ in range(rounds):
        for kind in kinds:
            taken[kind.name].append(measures.first_frame(kind(server)))
    return taken


def write(runs, settings, priority, load):
    os.makedirs(OUT, exist_ok=True)
    made = (f"{datetime.date.today()}, {os.cpu_count()} cores, load {load:.1f} at the start, {priority}; "
            f"{settings.rounds} interleaved rounds ({settings.frames} more of the first frame), {COLUMNS}x{ROWS}, "
            f"scripted server on the loopback\n\n"
            + report.table({name: report.summary(of) for name, of in runs.items()}))
    plots = {"first-frame": ("First frame", "ms", "first frame"), "key-echo": ("Key echo at 200 tokens/s", "ms", "key echo"),
             "enter": ("Enter to the request", "ms", "Enter to request"), "first-token": ("First token", "ms", "first token")}
    for file, (title, unit, figure) in plots.items():
        series = {name: [value for run in of for value in report.values(run, figure)]
                  for name, of in runs.items()}
        save(file + ".svg", report.steps(title, unit, series))
    save("table.md", made)
    save("figures.json", json.dumps(runs, indent=1))
    print(made)


def save(name, text):
    with open(os.path.join(OUT, name), "w", encoding="utf-8") as file:
        file.write(text)


main()
