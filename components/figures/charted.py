"""Text of the data as a chart may hold it: Plotly reads tags and entities in every text that it draws."""

import html


def charted(text: object) -> str:
    """A text that a chart shows as it is written."""
    return html.escape(str(text), quote=False)
