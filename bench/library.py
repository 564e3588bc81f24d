"""A large library: how long until the picker has all chats, with no catalogue, with one, and after a few changes.

    bench/run library [--chats 10000] [--lists 300] [--messages 8] [--rounds 3]
"""
import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import tempfile
import time
import uuid

from programs import PROJECT, environment
from pty_driver import CONTROLS, Gone, Terminal

WORDS = ("start up time of the program in a terminal session measured cold warm class loading test list model "
         "answer question release plan notes window key frame token").split()


def text(words):
    return " ".join(random.choice(WORDS) for _ in range(words))


def chat(number, messages):
    """A chat as the program writes it, about 4 KB with eight messages."""
    before, path = None, []
    for position in range(messages):
        mine = str(uuid.UUID(int=(1 << 127) + (number << 32) + position))
        path.append({"id": mine, "parent": before, "role": "user" if position % 2 == 0 else "assistant",
                     "content": text(12 if position % 2 == 0 else 60), "created": "2026-11-20T10:00:00Z",
                     "state": "done", **({"model": "m:1b"} if position % 2 else {})})
        before = mine
    return {"schema": 2, "id": str(uuid.UUID(int=(1 << 126) + number)), "title": f"Chat {number} about {text(3)}",
            "timestamp": "20261120_100000", "conversation": path, "branches": [], "head": before,
            "save_points": [], "metadata": {"messages_count": messages, "last_updated": "2026-11-20T10:00:00Z",
                                            "created": "2026-11-20T10:00:00Z"}}


def build(home, chats, lists, messages):
    for folder in ("chats", "task_lists"):
        os.makedirs(os.path.join(home, folder), mode=0o700, exist_ok=True)
    long_ago = time.time() - 90 * 86_400
    for number in range(chats):
        path = os.path.join(home, "chats", f"chat-{number:06d}.json")
        with open(path, "w") as out:
            json.dump(chat(number, messages), out, indent=2)
        os.utime(path, (long_ago + number, long_ago + number))
    for number in range(lists):
        with open(os.path.join(home, "task_lists", f"list-{number:04d}.csv"), "w") as out:
            out.write("index,id,content,status\n")
            out.writelines(f'"{row}","{number}-{row}","{text(8)}","todo"\n' for row in range(1, 200))


def forget(home):
    for name in ("chats.cat", "lists.cat"):
        path = os.path.join(home, ".store", "idx", name)
        if os.path.exists(path):
            os.remove(path)


def shown_all(terminal):
    """The time at which the corner said "10,000 chats". Only cells that changed are sent: blanks may be left out."""
    held, end = b"", time.monotonic() + 60
    while time.monotonic() < end:
        held += CONTROLS.sub(b"", terminal.read(end - time.monotonic())).replace(b" ", b"")
        if b"00chats" in held:
            return time.monotonic()
    raise Gone(f"the chats were not listed; the last was {held[-300:]!r}")


def measure(home):
    """One start: first frame, all chats in the picker, the same again; milliseconds."""
    terminal = Terminal(["sh", os.path.join(PROJECT, "run.sh"), "--home", home, "--host", "127.0.0.1:9"], environment())
    try:
        frame = 1000 * (terminal.until(b"Message", 60) - terminal.began)
        terminal.until(b"without", 20)  # The dialog that says that no server answers.
        terminal.type(b"\x1b")
        terminal.settle(1)
        pressed = terminal.type(b"\x0f")
        listed = 1000 * (shown_all(terminal) - pressed)
        terminal.settle(0.5)
        pressed = terminal.type(b"\x1b")
        terminal.settle(0.5)
        pressed = terminal.type(b"\x0f")
        shown = 1000 * (shown_all(terminal) - pressed)
        return {"first frame": frame, "^O to all chats": listed, "^O again": shown}
    finally:
        terminal.close(b"\x1b", b"\x11")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--chats", type=int, default=10_000)
    parser.add_argument("--lists", type=int, default=300)
    parser.add_argument("--messages", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    random.seed(1)
    home = tempfile.mkdtemp(prefix="chatstream-library-")
    try:
        subprocess.run(["sh", os.path.join(PROJECT, "run.sh"), "--version"], check=True, stdout=subprocess.DEVNULL)
        build(home, asked.chats, asked.lists, asked.messages)
        measure(home)  # Makes the folders of the root, and warms the disk.
        kinds = {"no catalogue": lambda: forget(home), "catalogue": lambda: None,
                 "100 chats changed": lambda: [touch(home, n) for n in range(0, asked.chats, max(1, asked.chats // 100))]}
        print(f"{asked.chats:,} chats of {asked.messages} messages, {asked.lists} lists; median of {asked.rounds}, ms")
        for kind, prepare in kinds.items():
            rounds = []
            for _ in range(asked.rounds):
                prepare()
                rounds.append(measure(home))
            figures = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
            print(f"{kind:20}", "  ".join(f"{name} {value:.0f}" for name, value in figures.items()), flush=True)
    finally:
        shutil.rmtree(home)


def touch(home, number):
    os.utime(os.path.join(home, "chats", f"chat-{number:06d}.json"))


if __name__ == "__main__":
    main()
