"""`python -m data mcp`: the atlas for programs that speak the Model Context Protocol, read-only, on stdin and stdout.

The protocol is spoken by the package `mcp`, which nothing else needs: it is an extra of its own."""

import argparse
import functools
import sys
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

from data.faults import UnknownId
from data.output.answers import tools
from data.output.answers.tools import Atlas
from data.package import descriptor

PACKAGE = "mcp"
# What a tool says of what it was asked for; anything else is a fault of ours.
ASKED_AMISS = (UnknownId, ValueError, OverflowError)


def add(commands: Any) -> None:
    """Add the command to those of the parser."""
    one = commands.add_parser("mcp", help="serve the data to programs by the Model Context Protocol, on stdin/stdout")
    one.add_argument("--site", default="", metavar="URL", help="address of the atlas, for the links to it")
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Serve until the other side closes."""
    if asked.site and not asked.site.startswith(("https://", "http://")):
        sys.stderr.write("--site is an address that begins with https:// or http://\n")
        return 1
    if find_spec(PACKAGE) is None:
        sys.stderr.write(f"this command needs the package {PACKAGE}: pip install 'c5plus1-atlas[mcp]' or {PACKAGE}\n")
        return 1
    server(asked.site).run("stdio")
    return 0


def server(site: str = "") -> Any:
    """The server with its tools and resources."""
    from mcp.server import MCPServer
    from mcp.server.mcpserver.exceptions import ResourceError, ToolError
    from mcp_types import ToolAnnotations

    made = MCPServer(
        str(descriptor.package()["name"]),
        version=descriptor.version(),
        instructions=tools.about(),
        log_level="ERROR",
    )
    hints = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    for tool in Atlas(site).every():
        made.add_tool(_clear(tool, ToolError), annotations=hints)
    for address, (read, mime) in Atlas(site).resources().items():
        made.resource(address, mime_type=mime)(_clear(read, ResourceError))
    return made


def _clear(answer: Callable[..., Any], fault: type[Exception]) -> Callable[..., Any]:
    """The same, with what was asked amiss said as the fault that a program is told."""

    @functools.wraps(answer)
    def told(*args: Any, **kwargs: Any) -> Any:
        try:
            return answer(*args, **kwargs)
        except ASKED_AMISS as error:
            raise fault(str(error)) from error

    return told
