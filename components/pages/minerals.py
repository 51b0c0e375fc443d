"""Minerals: what the five have that the United States needs, and how narrow that supply is."""

from components.reader import session
from components.widgets.common import notices

notices.tell_lost()
session.write_to_link()
