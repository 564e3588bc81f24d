#!/usr/bin/env python3
"""The least that can chat on a terminal, to compare with: reads keys, posts, prints the tokens. No windows, no files.

usage: raw_client.py PORT MODEL; ^Q ends it
"""
import json
import os
import select
import socket
import sys
import termios
import tty

PROMPT = b"Message> "


class Reply:
    """The body of a chunked answer as JSON lines."""

    def __init__(self):
        self.held = b""
        self.headers = True

    def feed(self, data):
        self.held += data
        if self.headers:
            _, found, rest = self.held.partition(b"\r\n\r\n")
            if not found:
                return
            self.headers, self.held = False, rest
        at = 0
        while (end := self.held.find(b"\r\n", at)) >= 0:
            size = int(self.held[at:end], 16)
            if len(self.held) < end + size + 4:
                break
            yield json.loads(self.held[end + 2:end + 2 + size]) if size else None
            at = end + size + 4
        self.held = self.held[at:]


def main():
    port, model = int(sys.argv[1]), sys.argv[2]
    before = termios.tcgetattr(0)
    tty.setraw(0)
    server = socket.create_connection(("127.0.0.1", port))
    server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    os.write(1, PROMPT)
    history, typed, said, reply = [], b"", [], None
    while True:
        ready = select.select([0, server], [], [])[0]
        if 0 in ready:
            keys = os.read(0, 4096)
            if b"\x11" in keys:
                break
            for key in keys:
                if key == 13 and reply is None:
                    history.append({"role": "user", "content": typed.decode()})
                    body = json.dumps({"model": model, "messages": history, "stream": True}).encode()
                    server.sendall(b"POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
                                   % (len(body), body))
                    typed, said, reply = b"", [], Reply()
                    os.write(1, b"\r\n")
                else:
                    typed += bytes([key])
                    os.write(1, bytes([key]))
        if server in ready:
            shown = []
            for line in reply.feed(server.recv(1 << 16)):
                if line is None:
                    history.append({"role": "assistant", "content": "".join(said)})
                    reply = None
                    shown.append("\n" + PROMPT.decode())
                    break
                said.append(line["message"]["content"])
                shown.append(said[-1])
            os.write(1, "".join(shown).replace("\n", "\r\n").encode())
    termios.tcsetattr(0, termios.TCSANOW, before)


main()
