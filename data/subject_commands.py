"""The commands that ask for one subject each, every module of them with an `add` of its own."""

from typing import Any

from data import (
    brief_command,
    country_command,
    feed_command,
    mcp_command,
    membership_command,
    minerals_command,
    money_command,
    offline_command,
    prov_command,
    publish_command,
    release_command,
    supply_command,
    trade_command,
)

MODULES = (
    *(minerals_command, supply_command, trade_command, money_command),
    *(membership_command, country_command, brief_command, publish_command, offline_command, prov_command, mcp_command),
    *(release_command, feed_command),
)


def add(commands: Any) -> None:
    """Add all of them, in the order of the pages."""
    for module in MODULES:
        module.add(commands)
