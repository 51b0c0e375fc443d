"""The life of the server: what it does with its sockets before it answers."""

import os
import socket

from components.served import lifespan


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
