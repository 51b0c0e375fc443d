"""Requests per second of addresses that answer programs: a few clients ask one after the other, and keep connections."""

import http.client
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

CLIENTS = 4


@dataclass
class Served:
    """Time of each answer (ms) and what was no answer, of all clients together."""

    answers_ms: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def drive(address: str, paths: list[str], seconds: float, headers: dict[str, str] | None = None) -> Served:
    """Let the clients ask for the paths in turn for some seconds. Only answers 200 and 304 count."""
    served, until, host = Served(), time.monotonic() + seconds, urlsplit(address).netloc

    def ask(place: int) -> None:
        connection = http.client.HTTPConnection(host, timeout=30)
        try:
            while time.monotonic() < until:
                place += 1
                began = time.monotonic()
                connection.request("GET", paths[place % len(paths)], headers=headers or {})
                answer = connection.getresponse()
                answer.read()
                if answer.status in (200, 304):
                    served.answers_ms.append((time.monotonic() - began) * 1000)
                else:
                    served.errors.append(f"{answer.status} {paths[place % len(paths)]}")
        except (OSError, http.client.HTTPException) as error:
            served.errors.append(repr(error))
        finally:
            connection.close()

    clients = [threading.Thread(target=ask, args=(place,)) for place in range(CLIENTS)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    return served
