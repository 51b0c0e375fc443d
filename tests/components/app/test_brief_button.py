"""The button of the brief: it is offered without the work of making it."""

from streamlit.testing.v1 import AppTest

from data.output.brief import document
from data.package import descriptor


def page() -> None:
    import streamlit as st

    from components.reader import session
    from components.widgets.country import brief

    st.session_state[session.PAGE] = "country"
    brief.show("UZB")


def test_the_page_does_not_pay_for_the_brief(monkeypatch):
    made = []
    monkeypatch.setattr(document, "of_country", lambda *asked: made.append(asked) or b"")
    app = AppTest.from_function(page).run()
    assert not app.exception
    (button,) = app.get("download_button")
    assert button.proto.label == "Brief (HTML, A4)"
    assert made == []


def test_the_file_is_named_by_country_language_and_version():
    assert document.stem("UZB") == f"c5plus1-atlas_brief_UZB_en_v{descriptor.version()}"
