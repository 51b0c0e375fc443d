"""Servers of the atlas started in the ways that hosts start them, and what a visitor without a browser gets of them."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from websockets.asyncio.client import connect

from tests.bench.sessions import Answer, run

ROOT = Path(__file__).parents[2]
PATIENCE_S = 90


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def status(address: str) -> int:
    """The status of an answer; 0 where there is none."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def told(address: str) -> dict:
    """What `/healthz` says below an address."""
    with urllib.request.urlopen(f"{address}/healthz", timeout=10) as answer:
        return json.load(answer)


def wait_for(address: str, process: subprocess.Popen | None = None) -> None:
    """Wait until an address answers 200. Raises AssertionError where its process ended, or after a while."""
    until = time.monotonic() + PATIENCE_S
    while status(address) != 200:
        assert process is None or process.poll() is None, f"the server of {address} ended"
        assert time.monotonic() < until, f"{address} did not answer within {PATIENCE_S} s"
        time.sleep(0.1)


@contextmanager
def started(*code: str, root: Path = ROOT, **environment: str) -> Iterator[subprocess.Popen]:
    """A process of this interpreter, ended afterwards; it is not waited for. What it said is in a failure."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [sys.executable, *code], cwd=root, env={**os.environ, **environment}, stdout=said, stderr=said
        )
        try:
            yield process
        except AssertionError as error:
            said.seek(0)
            raise AssertionError(f"{error}\n{said.read().decode()[-4000:]}") from error
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


async def _visit(address: str, headers: Mapping[str, str]) -> Answer:
    url = address.replace("http", "ws", 1) + "/_stcore/stream"
    asked = connect(url, subprotocols=["streamlit"], max_size=None, additional_headers=dict(headers), open_timeout=60)
    async with asked as opened:
        return await run(opened, Answer(), None)


def visit(address: str, **headers: str) -> Answer:
    """A run of the first page to its end, over a websocket as a browser opens it.

    In a thread of its own: that of the tests may have a loop running, of a browser opened before."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, _visit(address, headers)).result()
