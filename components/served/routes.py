"""All addresses beside the pages, gathered from the modules that answer them; the first that fits answers."""

import streamlit as st
from starlette.routing import BaseRoute, Mount

from components.served import embed, figure, health, oembed

MODULES = (health, figure, embed, oembed)


def every() -> list[BaseRoute]:
    """The routes, below the base path that the server is told to have."""
    found: list[BaseRoute] = [route for module in MODULES for route in module.ROUTES]
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return [Mount(f"/{base}", routes=found)] if base else found
