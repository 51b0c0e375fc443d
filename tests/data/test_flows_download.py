"""The file of flows: every flow of the frame with its source, and no value that a licence holds back."""

from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.output import frames
from data.package import tables

RESTRICTED = tables.load("sources").query("redistribution == 'restricted'")["source_id"].iloc[0]


def test_file_holds_every_flow_with_names_unit_and_source():
    rows = flow_selection.frame(FlowSelection(), 2024)
    frame = frames.flows_download(rows, "us_trade")
    assert list(frame.columns) == frames.FLOW_COLUMNS
    first = frame.iloc[0].to_dict()
    assert (first["origin"], first["dest_name"], first["value"]) == ("KAZ", "United States", "2348802814")
    assert len(frame) == len(rows)
    assert (frame["source_url"] != "").all()


def test_a_flow_that_rests_on_a_restricted_source_leaves_without_its_value():
    rows = flow_selection.frame(FlowSelection(), 2024).head(2)
    rows["source_id"] = [f"{rows['source_id'].iloc[0]};{RESTRICTED}", rows["source_id"].iloc[1]]
    frame = frames.flows_download(rows, "us_trade")
    # The larger one stands last: its place must not tell its size either.
    assert list(frame["origin"]) == list(rows["origin"])[::-1]
    assert list(frame["value"] == "") == [False, True]
    assert list(frame["status"] == frames.WITHHELD) == [False, True]
