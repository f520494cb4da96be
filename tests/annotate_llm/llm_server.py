"""A local HTTP server that speaks the OpenAI protocol, well or badly, as each test scripts it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """One reply: content streamed in chunks, or something that goes wrong."""

    content: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False  # close in mid-stream
    stall: float = 0.0  # seconds of silence in mid-stream
    finish: str = "stop"
    usage: tuple[int, int] | None = (100, 50)
    error: str = "something went wrong"


Script = Callable[[dict[str, Any], int], Reply]  # the request's body and its number → the reply


class Fake:
    """What the server has seen."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.active = self.most = 0
        self.lock = threading.Lock()
        self.url = ""


@contextmanager
def serve(script: Script) -> Iterator[Fake]:
    fake = Fake(script)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(fake))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    fake.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()


def _handler(fake: Fake) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with fake.lock:
                fake.requests.append(body)
                fake.keys.append(self.headers.get("Authorization", ""))
                number = len(fake.requests)
                fake.active += 1
                fake.most = max(fake.most, fake.active)
            try:
                self._reply(fake.script(body, number))
            finally:
                with fake.lock:
                    fake.active -= 1

        def _reply(self, reply: Reply) -> None:
            if reply.status != 200:
                data = json.dumps({"error": {"message": reply.error, "type": "x", "code": None}}).encode()
                self.send_response(reply.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            half = len(reply.content) // 2
            self._event(reply.content[:half])
            if reply.stall:
                time.sleep(reply.stall)
            if reply.cut:
                self.close_connection = True
                return
            self._event(reply.content[half:])
            self._event("", finish=reply.finish)
            if reply.usage:
                self._usage(*reply.usage)
            self._chunk(b"data: [DONE]\n\n")
            self._chunk(b"")

        def _event(self, content: str, finish: str | None = None) -> None:
            choice = {"index": 0, "delta": {"content": content}, "finish_reason": finish}
            self._data({"choices": [choice]})

        def _usage(self, prompt: int, answer: int) -> None:
            usage = {"prompt_tokens": prompt, "completion_tokens": answer, "total_tokens": prompt + answer}
            self._data({"choices": [], "usage": usage})

        def _data(self, data: dict[str, Any]) -> None:
            event = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m"} | data
            self._chunk(b"data: " + json.dumps(event).encode() + b"\n\n")

        def _chunk(self, data: bytes) -> None:
            try:
                self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
                self.wfile.flush()
            except OSError:
                self.close_connection = True

    return Handler
