#!/usr/bin/env python3
"""The first frame alone, through run.sh on a pseudo terminal of 200x50, with an empty data root and no model server.

usage: bench/run first-frame [--rounds N] [--against DIR]

`--against` takes the folder of another checkout, built and started once: both are started in turn, so that what else
the machine does hits both alike. Besides the time there is the processor time that all processes and threads had
taken by then, which other work disturbs less.
"""
import argparse
import os
import statistics

import prepare
import programs


def taken(pid):
    """Processor milliseconds of a process and all below it."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            total += int(open(f"/proc/{pid}/task/{task}/schedstat").read().split()[0]) / 1e6
            children = open(f"/proc/{pid}/task/{task}/children").read().split()
            total += sum(taken(int(child)) for child in children)
        except OSError:
            continue  # It has ended meanwhile.
    return total


def start(project):
    program = programs.Here(prepare.Nobody, project)
    terminal = program.start()
    wall = 1000 * (terminal.until(program.ready, 600) - terminal.began)
    figures = {"wall": wall, "processor": taken(terminal.pid)}
    program.close(terminal)
    return figures


def line(project, runs):
    parts = []
    for figure in ("wall", "processor"):
        values = sorted(run[figure] for run in runs)
        parts.append(f"{figure} least {values[0]:.0f}, quarter {values[len(values) // 4]:.0f}, "
                     f"median {statistics.median(values):.0f} ms")
    return f"{project}: " + "; ".join(parts)


def main():
    arguments = argparse.ArgumentParser(prog="bench/run first-frame")
    arguments.add_argument("--rounds", type=int, default=21)
    arguments.add_argument("--against", help="the folder of another checkout, to be started in turn")
    settings = arguments.parse_args()
    projects = [programs.PROJECT] + ([os.path.abspath(settings.against)] if settings.against else [])
    runs = {project: [] for project in projects}
    for project in projects:
        prepare.wait_for_cache(project)
    prepare.raise_priority()
    for _ in range(settings.rounds):
        for project in projects:
            runs[project].append(start(project))
    for project in projects:
        print(line(project, runs[project]))


main()
