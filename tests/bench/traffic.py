"""What went over the wire while a reader waited."""

import base64
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Traffic:
    """Bytes by moment, as (seconds of the browser's clock, bytes): HTTP bodies with headers, websocket frames.

    Websocket frames count as the application sees them, before any compression of the connection."""

    seen: list[tuple[float, int]] = field(default_factory=list)

    def listen(self, cdp: Any) -> None:
        """Count from now on; `cdp` is a session of the browser's own protocol."""
        cdp.send("Network.enable")
        cdp.on("Network.loadingFinished", lambda e: self.seen.append((e["timestamp"], int(e["encodedDataLength"]))))
        for name in ("Network.webSocketFrameReceived", "Network.webSocketFrameSent"):
            cdp.on(name, lambda e: self.seen.append((e["timestamp"], payload_bytes(e["response"]))))

    def until(self, at: float) -> int:
        """Bytes seen up to a moment of the browser's clock."""
        return sum(size for when, size in self.seen if when <= at)


def payload_bytes(frame: dict[str, Any]) -> int:
    """Size of a websocket frame as the browser's protocol tells it: text as it is, anything else in base 64."""
    said = frame["payloadData"]
    return len(said.encode()) if frame["opcode"] == 1 else len(base64.b64decode(said))
