"""The address of the atlas as the reader's browser has it."""

from urllib.parse import urlsplit

import streamlit as st

from components.reader import session


def address() -> str:
    """Without a stroke at its end; empty where the browser has not told it."""
    found = urlsplit(st.context.url or "")
    if not found.netloc:
        return ""
    path = found.path.rstrip("/").removesuffix(f"/{session.page()}")
    return f"{found.scheme}://{found.netloc}{path}".rstrip("/")
