"""The proxy of `deploy/haproxy.cfg` in front of servers on this machine."""

import csv
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path

import pytest

from tests.deploy.servers import PATIENCE_S, ROOT, free_port, wait_for

CONFIGURATION = ROOT / "deploy" / "haproxy.cfg"
COOKIE = "atlas_replica"
NAMES = "ABC"


@dataclass(frozen=True)
class Proxy:
    """A running proxy: its address, and the socket that an operator speaks to it by."""

    address: str
    socket: Path

    def tell(self, command: str) -> str:
        """What the proxy answers to a command of the operator."""
        with socket.socket(socket.AF_UNIX) as spoken:
            spoken.connect(str(self.socket))
            spoken.sendall(f"{command}\n".encode())
            return b"".join(iter(lambda: spoken.recv(65536), b"")).decode()

    def is_up(self, name: str) -> bool:
        """Whether a replica has answered for its health, be it drained or not."""
        rows = csv.DictReader(self.tell("show stat").removeprefix("# ").splitlines())
        return any(
            row["status"] in ("UP", "DRAIN") for row in rows if (row["pxname"], row["svname"]) == ("sessions", name)
        )

    def wait_for(self, name: str) -> None:
        """Wait until a replica has answered for its health. Raises AssertionError after a while."""
        until = time.monotonic() + PATIENCE_S
        while not self.is_up(name):
            assert time.monotonic() < until, f"the proxy did not find {name} again"
            time.sleep(0.1)

    def replica_of_a_newcomer(self) -> str:
        """The name of the replica that answers who has been to none."""
        with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=PATIENCE_S) as answer:
            told = "; ".join(answer.headers.get_all("Set-Cookie"))
        return SimpleCookie(told)[COOKIE].value


def program() -> str:
    """Where the proxy's program is. Skips the test where there is none, but on CI."""
    found = shutil.which("haproxy")
    if found is None:
        assert not os.environ.get("CI"), "no haproxy on this machine"
        pytest.skip("no haproxy on this machine")
    return found


@contextmanager
def before(addresses: Sequence[str]) -> Iterator[Proxy]:
    """The proxy while it runs before two or three servers."""
    port = free_port()
    named = {f"ATLAS_{name}": one.removeprefix("http://") for name, one in zip(NAMES, addresses, strict=False)}
    # The path of a socket is at most 108 bytes long.
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        proxy = Proxy(f"http://127.0.0.1:{port}", Path(folder) / "proxy.sock")
        told = {**named, "ATLAS_BIND": f"127.0.0.1:{port}", "ATLAS_PROXY_SOCKET": str(proxy.socket)}
        process = subprocess.Popen(
            [program(), "-db", "-f", str(CONFIGURATION)], env={**os.environ, **told}, stdout=subprocess.DEVNULL
        )
        try:
            wait_for(f"{proxy.address}/healthz", process)
            yield proxy
        finally:
            process.terminate()
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
