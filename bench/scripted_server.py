#!/usr/bin/env python3
"""A model server that says what it is told to, for the benchmark: Ollama's API on the loopback, with exact times.

Run as a process of its own: `scripted_server.py` prints the port and serves until its standard input ends.
The benchmark speaks to it by two more addresses:

POST /bench/script  {"tokens": n, "rate": tokens a second or 0 for all at once, "first": text, "last": text}
                    what the next chats are answered with
GET  /bench/last    {"arrived": time, "sent": [times], "text": the whole answer, "request_bytes": n} of the last chat

Times are of the machine's monotonic clock, in seconds, so that they compare with those of another process.
"""
import json
import os
import socket
import sys
import threading
import time

MODEL = "scripted:1b"
WORDS = ("the of and to in is that for it as was with be by on not he his but at are this have from or had an they "
         "which one you were all her she there would their we him been has when who will more no if out so said what "
         "up its about into than them can only other new some could time these two may then do first any my now such "
         "like our over man me even most made after also did many before must through back years where much your way").split()
STAMP = "2026-11-23T10:15:30.123456789Z"
DETAILS = {"family": "llama", "parameter_size": "1B", "quantization_level": "Q4_0", "context_length": 8388608}
TAGS = {"models": [{"name": MODEL, "model": MODEL, "size": 1_000_000_000, "details": DETAILS,
                    "capabilities": ["completion"]}]}
SHOW = {"details": DETAILS, "capabilities": ["completion"],
        "model_info": {"general.architecture": "llama", "llama.context_length": 8388608}}


class Script:
    """What the next chat is answered with, prepared so that sending costs nothing but the sending."""

    def __init__(self, tokens=1, rate=0, first="", last=""):
        texts = [self.token(i) for i in range(tokens)]
        if first:
            texts[0] = first
        if last:
            texts[-1] = " " + last
        self.text = "".join(texts)
        self.rate = rate
        self.pieces = [chunk({"model": MODEL, "created_at": STAMP,
                              "message": {"role": "assistant", "content": text}, "done": False}) for text in texts]
        nanos = 1_000_000_000
        self.end = chunk({"model": MODEL, "created_at": STAMP, "message": {"role": "assistant", "content": ""},
                          "done": True, "done_reason": "stop", "total_duration": nanos, "load_duration": 1,
                          "prompt_eval_count": 1, "prompt_eval_duration": 1, "eval_count": tokens,
                          "eval_duration": nanos}) + b"0\r\n\r\n"
        self.all_at_once = b"".join(self.pieces) + self.end if rate == 0 else b""

    @staticmethod
    def token(index):
        """Words as a model would send them: one a token, a paragraph's end after 80."""
        word = WORDS[index * 7919 % len(WORDS)]
        return "\n\n" + word if index % 80 == 79 else " " + word


class Log:
    """What happened in the last chat."""

    def __init__(self):
        self.arrived = 0.0
        self.sent = []
        self.text = ""
        self.request_bytes = 0


def chunk(value):
    line = json.dumps(value, separators=(",", ":")).encode() + b"\n"
    return b"%x\r\n%s\r\n" % (len(line), line)


class Server:
    def __init__(self):
        self.script = Script()
        self.log = Log()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]

    def serve(self):
        while True:
            connection, _ = self.listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection):
        held = b""
        try:
            while True:
                request = self.read(connection, held)
                if request is None:
                    return
                path, arrived, body, held = request
                self.answer(connection, path, arrived, body)
        except (BrokenPipeError, ConnectionResetError):
            pass  # The client stopped reading: the end of this connection.
        finally:
            connection.close()

    @staticmethod
    def read(connection, held):
        """One request: its path, when its first bytes came, its body, and what came after it."""
        arrived = time.monotonic() if held else None
        while b"\r\n\r\n" not in held:
            data = connection.recv(1 << 20)
            arrived = arrived or time.monotonic()
            if not data:
                return None
            held += data
        head, _, rest = held.partition(b"\r\n\r\n")
        fields = {}
        for line in head.split(b"\r\n")[1:]:
            name, _, value = line.partition(b":")
            fields[name.lower()] = value.strip()
        length = int(fields.get(b"content-length", b"0"))
        parts, size = [rest], len(rest)
        while size < length:
            data = connection.recv(1 << 20)
            if not data:
                return None
            parts.append(data)
            size += len(data)
        whole = b"".join(parts)
        return head.split(b" ")[1].decode(), arrived, whole[:length], whole[length:]

    def answer(self, connection, path, arrived, body):
        if path == "/api/chat":
            self.chat(connection, arrived, len(body))
        elif path == "/bench/script":
            self.script = Script(**json.loads(body))
            self.small(connection, {})
        elif path == "/bench/last":
            self.small(connection, vars(self.log))
        else:
            known = {"/api/version": {"version": "0.12.0"}, "/api/tags": TAGS, "/api/show": SHOW,
                     "/api/ps": {"models": []}}
            self.small(connection, known.get(path))

    @staticmethod
    def small(connection, value):
        status = b"404 Not Found" if value is None else b"200 OK"
        body = json.dumps(value or {}).encode()
        connection.sendall(b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                           % (status, len(body), body))

    def chat(self, connection, arrived, request_bytes):
        script, log = self.script, Log()
        log.arrived, log.text, log.request_bytes = arrived, script.text, request_bytes
        self.log = log
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n"
                           b"Transfer-Encoding: chunked\r\n\r\n")
        if script.rate == 0:
            log.sent.append(time.monotonic())
            connection.sendall(script.all_at_once)
            return
        due = time.monotonic()
        for piece in script.pieces:
            due += 1 / script.rate
            pause = due - time.monotonic()
            if pause > 0:
                time.sleep(pause)
            log.sent.append(time.monotonic())
            connection.sendall(piece)
        connection.sendall(script.end)


def main():
    server = Server()
    threading.Thread(target=server.serve, daemon=True).start()
    print(server.port, flush=True)
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
