"""The programs that are measured: how they are started, and what each needs to be asked and ended."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid

from pty_driver import Terminal

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
MODEL = "scripted:1b"
EXCHANGES = 100
LINES = 100_000
SENTENCE = "the quick brown fox jumps over the dog"


class Server:
    """The scripted server, a process of its own."""

    def __init__(self):
        self.process = subprocess.Popen([sys.executable, os.path.join(HERE, "scripted_server.py")],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = int(self.process.stdout.readline())

    def script(self, **script):
        self.call("script", json.dumps(script).encode())

    def last(self):
        return json.loads(self.call("last"))

    def call(self, name, body=None):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/bench/{name}", body, timeout=20) as answer:
            return answer.read()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def environment():
    """That of a usual terminal, without what would change what is measured."""
    kept = {key: value for key, value in os.environ.items()
            if not key.startswith(("OLLAMA_", "ASYNC_CHAT", "CHATSTREAM", "JAVA_TOOL")) and key not in
            ("NO_COLOR", "COLORTERM", "LINES", "COLUMNS", "JDK_JAVA_OPTIONS")}
    return dict(kept, TERM="xterm-256color", LANG="C.UTF-8")


class Here:
    """Async Chat Stream through run.sh, on an empty data root."""

    name = "here"
    ready = b"Message"

    def __init__(self, server, project=PROJECT):
        self.server = server
        self.project = project
        self.home = tempfile.mkdtemp(prefix="chatstream-bench-")

    def start(self):
        return Terminal([os.path.join(self.project, "run.sh"), "--home", self.home,
                         "--host", f"127.0.0.1:{self.server.port}"], environment())

    def open(self, terminal):
        """From the first frame to the prompt that can be sent."""
        terminal.until(b"ready", 20)

    def saved(self, text):
        """Waits until a chat on the disk ends with this answer; False when none does in time."""
        return self.saved_later(text, 20)

    def saved_later(self, text, seconds):
        """The same for an answer that takes so long to come."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if any(self.ends_with(path, text) for path in self.chat_files()):
                return True
            time.sleep(0.05)
        return False

    def chat_files(self):
        folders = [os.path.join(self.home, ".store", "drafts"), os.path.join(self.home, "chats")]
        return [os.path.join(folder, name) for folder in folders if os.path.isdir(folder)
                for name in os.listdir(folder) if name.endswith(".json")]

    @staticmethod
    def ends_with(path, text):
        with open(path, encoding="utf-8") as file:
            chat = json.load(file)
        said = chat["conversation"]
        return bool(said) and said[-1]["role"] == "assistant" and said[-1]["content"] == text

    def close(self, terminal):
        terminal.close(b"\x11")
        shutil.rmtree(self.home)


class WithHistory(Here):
    """The same with a chat open that has 100 exchanges and 100,000 lines."""

    name = "here, 100,000 lines"

    def __init__(self, server):
        super().__init__(server)
        folder = os.path.join(self.home, "chats")
        os.makedirs(folder)
        with open(os.path.join(folder, "long.json"), "w", encoding="utf-8") as file:
            json.dump(long_chat(), file)

    def open(self, terminal):
        super().open(terminal)
        terminal.type(b"\x0f")
        terminal.until(b"Benchmark", 20)
        terminal.type(b"\r")
        terminal.until(b"lastline", 20)
        terminal.settle(1)
        # The history doesn't fit the model's window; the person leaves the older messages out.
        self.server.script(tokens=20, rate=0, last="zfitsz")
        terminal.type(b"hello\r")
        terminal.until(b"Messages from", 20)
        for key in (b"G", b"k", b"k", b"k"):
            terminal.type(key)
            terminal.settle(0.1)
        terminal.type(b"\r")
        terminal.until(b"zfitsz", 20)
        terminal.settle(1)


class Raw:
    """The least that can chat on a terminal: bench/raw_client.py."""

    name = "raw client"
    ready = b"Message"

    def __init__(self, server):
        self.server = server

    def start(self):
        return Terminal([sys.executable, "-I", os.path.join(HERE, "raw_client.py"), str(self.server.port), MODEL],
                        environment())

    def open(self, terminal):
        terminal.settle(0.1)

    def saved(self, text):
        return True  # It saves nothing.

    def close(self, terminal):
        terminal.close(b"\x11")


def long_chat():
    """A chat of 100 exchanges with 100,000 lines, in the format of docs/formats.md."""
    stamp = "2026-11-23T10:15:30Z"
    messages, parent = [], None
    for number in range(2 * EXCHANGES):
        user = number % 2 == 0
        lines = 5 if user else LINES // EXCHANGES - 5
        content = "\n".join([SENTENCE] * (lines - 1) + ["lastline"])
        message = {"id": str(uuid.UUID(int=number + 1)), "parent": parent, "role": "user" if user else "assistant",
                   "content": content, "created": stamp, "state": "done"}
        if not user:
            message["model"] = MODEL
        parent = message["id"]
        messages.append(message)
    return {"schema": 2, "id": str(uuid.UUID(int=1 << 64)), "title": "Benchmark", "timestamp": "20261123_101530",
            "conversation": messages, "branches": [], "head": parent, "save_points": [],
            "metadata": {"messages_count": len(messages), "last_updated": stamp, "created": stamp}}
