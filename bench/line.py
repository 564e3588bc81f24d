#!/usr/bin/env python3
"""Measures the program over a slow line: a real sshd on the loopback, behind a relay of so many bits a second.

usage: bench/run line [--bits N] [--delay MS] [--keys N] [--unpaced | --unknown]

How long a key takes to be seen while 50 tokens a second stream, against the same line with nothing but `cat` at its other end.
Then a hang-up in the middle of a reply, and the return. Takes about a minute for each form; the exit code is 1 when a key
took 150 ms longer than the line itself (95 of 100), when the reply was not kept whole, or when the hang-up lost something.
"""
import argparse
import os
import random
import shlex
import statistics
import sys
import time

import measures
import prepare
import programs
import ssh_line
from pty_driver import Gone

RATE = 50
MOST_MILLIS = 150
LONGEST = 300


def main():
    arguments = argparse.ArgumentParser(prog="bench/run line")
    arguments.add_argument("--bits", type=int, default=9600, help="bits a second; 0 for no limit")
    arguments.add_argument("--delay", type=int, default=0, help="milliseconds that each byte travels, one way")
    arguments.add_argument("--keys", type=int, default=60)
    arguments.add_argument("--unpaced", action="store_true", help="without --slow, to compare")
    arguments.add_argument("--unknown", action="store_true", help="with --slow, but without its bits")
    settings = arguments.parse_args()
    if not ssh_line.SSHD:
        print("Skipped: there is no sshd here. On Debian: apt-get install openssh-server")
        return 0
    server = programs.Server()
    prepare.wait_for_cache(programs.PROJECT)
    line = ssh_line.SshLine()
    try:
        return run(line, server, settings)
    finally:
        line.close()
        server.close()


def run(line, server, settings):
    bare = link(line, settings)
    print(f"the line itself: {told(bare)}", flush=True)
    program = programs.Here(server)
    good = echo(line, program, settings, statistics.median(bare))
    good &= hang_up(line, program, settings)
    return 0 if good else 1


def link(line, settings):
    """Milliseconds from a key to its echo by `cat`."""
    terminal = line.start("stty raw -echo; echo READY; exec cat", settings.bits, settings.delay / 1000)
    terminal.until(b"READY", 20)
    took = keys(terminal, settings.keys // 2)
    terminal.close(b"")
    return took


def keys(terminal, count, key_pause=(0.25, 0.6)):
    chance, took = random.Random(count), []
    for number in range(count):
        terminal.drain(chance.uniform(*key_pause))
        key = measures.LETTERS[number % len(measures.LETTERS):][:1]
        took.append(1000 * (-terminal.type(key) + terminal.until(key, 30)))
    return took


def command(program, settings, code):
    slow = [] if settings.unpaced else ["--slow" if settings.unknown or not settings.bits else f"--slow={settings.bits}"]
    words = [os.path.join(program.project, "run.sh"), "--home", program.home, "--host",
             f"127.0.0.1:{program.server.port}"] + slow
    # The shell outlives the hang-up, to note how the program ended; a trap that is set is not passed on.
    return f"trap : HUP; echo READY; export LANG=C.UTF-8; {shlex.join(words)}; echo $? >{shlex.quote(code)}"


def opened(terminal):
    """Waits for the screen itself: a build that the launcher makes first says what it is at, too."""
    shown = terminal.until(b"1 Chat", 120)
    terminal.until(b"ready", 60)
    terminal.settle(1)
    return shown


def echo(line, program, settings, base):
    tokens = int(settings.keys * 0.6 * RATE)
    program.server.script(tokens=tokens, rate=RATE, first="zfirstz", last="zlastz")
    code = os.path.join(program.home, "code")
    terminal = line.start(command(program, settings, code), settings.bits, settings.delay / 1000)
    connected = terminal.until(b"READY", 20)
    print(f"first row after {1000 * (opened(terminal) - connected):.0f} ms, all of it as the line takes it",
          flush=True)
    terminal.type(b"hello\r")
    terminal.drain(3)
    before, began = terminal.total, time.monotonic()
    took = keys(terminal, settings.keys)
    rate = (terminal.total - before) / (time.monotonic() - began)
    text = program.server.last()["text"]
    whole = program.saved_later(text, LONGEST)
    terminal.settle(2, LONGEST)
    over = sorted(took)[int(0.95 * len(took)) - 1] - base
    print(f"keys while {RATE} tokens a second come: {told(took)}; 95 of 100 within the line's own {base:.0f} ms + {over:.0f}")
    print(f"{rate:.0f} bytes a second to the terminal; the reply was kept {'whole' if whole else 'NOT WHOLE'}")
    terminal.type(b"\x15\x11")
    ended = ends(terminal)
    print(f"ended by its key with {noted(code)}", flush=True)
    return (settings.unpaced or over <= MOST_MILLIS) and whole and ended and noted(code) == "0"


def hang_up(line, program, settings):
    program.server.script(tokens=3000, rate=RATE, first="zkeptz", last="zlastz")
    code = os.path.join(program.home, "code")
    os.unlink(code)
    terminal = line.start(command(program, settings, code), settings.bits, settings.delay / 1000)
    opened(terminal)
    terminal.type(b"hello again\r")
    terminal.drain(5)
    line.hang_up()
    ends(terminal)
    end = time.monotonic() + 20
    while time.monotonic() < end and noted(code) == "nothing":
        time.sleep(0.1)
    kept = any("zkeptz" in open(path, encoding="utf-8").read() for path in program.chat_files())
    print(f"hung up in a reply: ended with {noted(code)}, what had come is {'kept' if kept else 'LOST'}")
    good = noted(code) == "129" and kept
    terminal = line.start(command(program, settings, code), settings.bits, settings.delay / 1000)
    opened(terminal)
    terminal.type(b"\x0f")
    try:
        terminal.until(b"hello", 30)
        print("on return the chat is offered")
    except Gone:
        print("on return the chat is NOT offered")
        good = False
    terminal.close(b"\x1b", b"\x11")
    return good


def ends(terminal):
    try:
        while terminal.read(30):
            pass
        return False
    except Gone:
        return True


def noted(code):
    try:
        with open(code, encoding="utf-8") as file:
            return file.read().strip() or "nothing"
    except FileNotFoundError:
        return "nothing"


def told(took):
    ordered = sorted(took)
    return (f"{statistics.median(ordered):.0f} ms median, {ordered[int(0.95 * len(ordered)) - 1]:.0f} ms of 95 in 100, "
            f"{ordered[-1]:.0f} ms at most, of {len(ordered)}")


if __name__ == "__main__":
    sys.exit(main())
