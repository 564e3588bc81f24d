#!/usr/bin/env python3
"""A model server for the pictures: Ollama's API on the loopback with two small answers that are always the same.

Prints its port, and serves until its standard input ends. Needs only Python.
"""
import json
import os
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODELS = [("scripted:3b", "3.2B", 2_019_393_189), ("scripted-small:1b", "1.2B", 815_319_791)]
ANSWERS = [
    "A release is done when somebody else can use it. Three steps before that:\n\n"
    "1. Run all tests on a fresh machine, not on yours.\n"
    "2. Write down what changed, in the words of those who use it.\n"
    "3. Try the way back: can a person return to the version before?\n\n"
    "Keep each step small enough to be finished in an hour.",
    "Begin with the second one. Nobody can test what nobody has named, and the list of changes shows what the tests "
    "should look at.\n\nFor version 0.1.0 that is:\n\n"
    "- the screen opens on a machine without Ollama\n"
    "- a chat is saved by one key, and opens again\n"
    "- a reply becomes tasks: 日本語, Ελληνικά and العربية included",
]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/api/version":
            self.whole({"version": "0.24.0"})
        else:
            self.whole({"models": [self.model(*model) for model in MODELS]})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/api/chat":
            self.stream(body)
        else:
            self.whole({"details": {}, "capabilities": ["completion"], "model_info": {}})

    @staticmethod
    def model(name, parameters, size):
        details = {"family": "llama", "parameter_size": parameters, "quantization_level": "Q4_K_M",
                   "context_length": 32768}
        return {"name": name, "model": name, "size": size, "details": details, "capabilities": ["completion"]}

    def stream(self, body):
        answer = ANSWERS[sum(message["role"] == "assistant" for message in body["messages"]) % len(ANSWERS)]
        pieces = [piece + " " for piece in answer.split(" ")]
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in pieces:
            self.chunk({"message": {"role": "assistant", "content": piece}, "done": False})
            time.sleep(0.02)
        self.chunk({"message": {"role": "assistant", "content": ""}, "done": True, "done_reason": "stop",
                    "total_duration": 2_000_000_000, "load_duration": 1, "prompt_eval_count": 60,
                    "prompt_eval_duration": 1, "eval_count": len(pieces), "eval_duration": 2_000_000_000})
        self.wfile.write(b"0\r\n\r\n")

    def chunk(self, value):
        line = json.dumps(value).encode() + b"\n"
        self.wfile.write(b"%x\r\n%s\r\n" % (len(line), line))
        self.wfile.flush()

    def whole(self, value):
        data = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments):
        """Nothing: the maker of pictures reads only the port."""


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
