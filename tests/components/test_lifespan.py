"""The life of the server: what it does with its sockets before it answers, and what it reads ahead."""

import os
import socket

from components.pictures import pages
from components.reader.choice import default
from components.served import lifespan
from data.analysis import country_facts
from data.package import snapshot
from data.package.snapshot import Snapshot
from data.vocabulary.language import ENGLISH, spoken


def test_what_listens_sends_at_once_and_stays_open():
    with socket.socket() as listening, socket.socket() as other:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        before = set(os.listdir(lifespan.OPEN))
        lifespan.send_at_once()
        assert set(os.listdir(lifespan.OPEN)) == before
        assert not other.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_every_page_is_read_ahead_whatever_fails_in_one(monkeypatch):
    seen = []

    def drawn(choice):
        seen.append((choice, snapshot.current(), spoken()))
        raise ValueError("can't be drawn")

    monkeypatch.setattr(lifespan, "REST_PER_PAGE", 0)
    monkeypatch.setattr(pages, "PICTURES", dict.fromkeys(pages.PICTURES, drawn))
    shown = Snapshot(snapshot.current().files)
    lifespan.read_ahead(shown)
    assert seen == [(default(), shown, ENGLISH)] * 10


def test_what_was_read_ahead_makes_no_reader_wait(monkeypatch):
    monkeypatch.setattr(lifespan, "REST_PER_PAGE", 0)
    shown = Snapshot(snapshot.current().files)
    lifespan.read_ahead(shown)
    made = shown.results(country_facts.facts.__wrapped__).by_arguments
    assert made
