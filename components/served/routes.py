"""All addresses beside the pages, gathered from the modules that answer them; the first that fits answers."""

import streamlit as st
from starlette.routing import BaseRoute, Mount, Route

from components.served import api, embed, feed, figure, health, oembed, page, short

# What answers everything below an address stands last.
MODULES = (health, feed, page, figure, embed, oembed, short, api)


def _below(base: str, route: BaseRoute) -> BaseRoute:
    """The same route below a path. Not a mount of them all, which would answer for every page below it, too."""
    if isinstance(route, Mount):
        return Mount(f"{base}{route.path}", route.app, name=route.name)
    if isinstance(route, Route):
        return Route(f"{base}{route.path}", route.endpoint, methods=route.methods, name=route.name)
    raise TypeError(f"{type(route).__name__} is no route that can be put below a path")


def every() -> list[BaseRoute]:
    """The routes, below the base path that the server is told to have."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return [_below(f"/{base}" if base else "", route) for module in MODULES for route in module.ROUTES]
