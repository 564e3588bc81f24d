#!/usr/bin/env python3
"""A long chat, read: how long until it is open, a page up or down is shown, and another width has its first frame.

usage: bench/run reading [--lines N] [--pages N] [--sizes N] [--rounds N]

The chat has 1,200 messages of Markdown: sentences, lists, tables, and code in 40 languages. A time is from the key to the
last byte of what it brought. Beside them stands what the same takes in a chat of 1,000 lines.
"""
import argparse
import fcntl
import json
import os
import statistics
import struct
import termios
import time
import uuid

import prepare
import programs
from pty_driver import COLUMNS, ROWS, memory_mb

MESSAGES = 1200
LANGUAGES = ("java python c cpp go rust kotlin scala swift js ts ruby php perl lua r julia haskell ocaml fsharp csharp vb "
             "bash zsh fish powershell sql html css xml json yaml toml ini make cmake docker nix tex text").split()
SHORT = 1000
PAGE_UP, PAGE_DOWN = b"\x1b[5~", b"\x1b[6~"
QUIET = 0.08


class Reading(programs.Here):
    """The program with one chat in its library."""

    def __init__(self, server, lines):
        super().__init__(server)
        folder = os.path.join(self.home, "chats")
        os.makedirs(folder)
        self.chat = chat(lines)
        self.text_bytes = sum(len(message["content"].encode()) for message in self.chat["conversation"])
        with open(os.path.join(folder, "long.json"), "w", encoding="utf-8") as file:
            json.dump(self.chat, file)


def chat(lines):
    """As many lines as wanted, spread over its messages."""
    stamp, parent, path = "2026-11-23T10:15:30Z", None, []
    messages = min(MESSAGES, lines // 5)
    for number in range(messages):
        mine = str(uuid.UUID(int=number + 1))
        user = number % 2 == 0
        path.append({"id": mine, "parent": parent, "role": "user" if user else "assistant", "created": stamp,
                     "content": "why?" if user else answer(number, 2 * lines // messages), "state": "done",
                     **({} if user else {"model": programs.MODEL})})
        parent = mine
    path[-1]["content"] += "\n\nzlastlinez"
    return {"schema": 2, "id": str(uuid.UUID(int=1 << 64)), "title": "Marathon", "timestamp": "20261123_101530",
            "conversation": path, "branches": [], "head": parent, "save_points": [],
            "metadata": {"messages_count": len(path), "last_updated": stamp, "created": stamp}}


def answer(number, lines):
    code = max(1, lines // 2)
    body = [f"## Answer {number}", ""]
    body += [f"- point {number}.{line} of *some* weight, with `code`" for line in range(lines // 4)]
    body += ["", "| name | figure |", "|---|---|"] + [f"| row {row} | {row * number} |" for row in range(lines // 8)]
    body += ["", "```" + LANGUAGES[number % len(LANGUAGES)]]
    body += [f'  if (value{line} == {number}) return "text {line}"; # {programs.SENTENCE}' for line in range(code)]
    return "\n".join(body + ["```"])


def last_byte(terminal, most):
    """When the last byte of what comes now was there; None when nothing comes."""
    end, at = time.monotonic() + most, None
    while time.monotonic() < end:
        data = terminal.read(QUIET if at else most)
        if not data:
            return at
        at = time.monotonic()
    return at


def pages(terminal, key, most):
    """How long each page took, until the chat's end is reached."""
    took = []
    while len(took) < most:
        began = terminal.type(key)
        end = last_byte(terminal, 2)
        if end is None:
            break
        took.append(1000 * (end - began))
    return took


def resized(terminal, columns):
    began = time.monotonic()
    fcntl.ioctl(terminal.fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
    return 1000 * (last_byte(terminal, 20) - began)


def measure(program, settings):
    terminal = program.start()
    try:
        terminal.until(program.ready, 30)
        program.open(terminal)
        terminal.settle()
        base = memory_mb(terminal.process())
        terminal.type(b"\x0f")
        terminal.until(b"Marathon", 20)
        terminal.settle()
        began = terminal.type(b"\r")
        figures = {"open": [1000 * (terminal.until(b"zlastlinez", 60) - began)]}
        terminal.settle(1)
        figures["pages up"] = pages(terminal, PAGE_UP, settings.pages)
        figures["pages down"] = pages(terminal, PAGE_DOWN, settings.pages // 2)
        figures["sizes"] = [resized(terminal, COLUMNS - 1 - number % 60) for number in range(settings.sizes)]
        grown = memory_mb(terminal.process()) - base
        figures["memory for a byte of text"] = [grown * 1024 * 1024 / program.text_bytes]
        return figures
    finally:
        program.close(terminal)


def told(name, taken):
    ordered = sorted(taken)
    p99 = ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
    return f"| {name} | {statistics.median(ordered):.1f} | {p99:.1f} | {len(ordered)} |"


def main():
    arguments = argparse.ArgumentParser(prog="bench/run reading")
    arguments.add_argument("--lines", type=int, default=100_000)
    arguments.add_argument("--pages", type=int, default=120)
    arguments.add_argument("--sizes", type=int, default=12)
    arguments.add_argument("--rounds", type=int, default=1)
    settings = arguments.parse_args()
    server = programs.Server()
    prepare.wait_for_cache(programs.PROJECT)
    try:
        for lines in (SHORT, settings.lines):
            taken = {}
            for _ in range(settings.rounds):
                for name, values in measure(Reading(server, lines), settings).items():
                    taken.setdefault(name, []).extend(values)
            print(f"\n{lines} lines, {COLUMNS}x{ROWS}, load {os.getloadavg()[0]:.1f}; milliseconds but for memory\n")
            print("| what | median | p99 | of |\n|---|---|---|---|")
            print("\n".join(told(name, values) for name, values in taken.items()), flush=True)
    finally:
        server.close()


if __name__ == "__main__":
    main()
