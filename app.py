"""The C5+1 Atlas: an ASGI application to a server, the pages to the run that it starts for each visitor.

`streamlit run app.py` finds the application here, and any ASGI server runs it as `app:app`. A host that runs this file
as an ordinary script gets the pages, without the headers and the warm-up of the application."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components import frame
from components.served import guard, lifespan, routes

if get_script_run_ctx(suppress_warning=True):
    frame.show()
else:
    app = st.App(__file__, lifespan=lifespan.ready, middleware=guard.MIDDLEWARE, routes=routes.every())
