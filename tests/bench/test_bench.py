"""The bench's arithmetic on recorded samples; nothing here is timed."""

import base64
import csv
import json

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from components import cache
from components.map import component
from components.map.component import MapRequest
from tests.bench import samples, sessions, traffic
from tests.bench.samples import Result

RECORDED = [
    Result("world", "atlas", "year_painted", "ms", 60.0, 15),
    Result("world", "dash", "year_painted", "ms", 120.0, 15),
    Result("world", "floor", "year_painted", "ms", 48.0, 15),
    Result("region", "dash", "year_painted", "ms", 30.0, 15),
    Result("world", "atlas", "year_in_all", "bytes", 0.0, 15),
    Result("world", "dash", "year_in_all", "bytes", 12760.0, 15),
]


def test_median_and_percentile_of_recorded_samples():
    assert samples.median([3.0, 1.0, 10.0, 2.0]) == 2.5
    assert samples.percentile(list(range(1, 101)), 0.95) == 95
    assert samples.percentile([5.0, 7.0], 0.95) == 7.0
    with pytest.raises(ValueError, match="no samples"):
        samples.percentile([], 0.95)


def test_ratios_are_taken_on_the_same_layer_and_only_of_times():
    table = samples.rows(RECORDED, "2026-01-02", "two cores")
    assert [(row["peer"], row["to_dash"], row["to_floor"]) for row in table[:4]] == [
        ("atlas", "0.50", "1.25"),
        ("dash", "1.00", "2.50"),
        ("floor", "0.40", "1.00"),
        ("dash", "1.00", ""),
    ]
    assert [row["to_dash"] for row in table[4:]] == ["", ""]


def test_table_is_written_with_date_and_machine_and_printed_by_layer(tmp_path):
    table = samples.rows(RECORDED, "2026-01-02", "two cores")
    samples.write(table, tmp_path / "results.csv")
    with (tmp_path / "results.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == table
    assert "| atlas | 60 (0.50) | 0 |" in samples.markdown(table)
    assert "| region | year_painted, ms |" in samples.markdown(table)


def test_layers_that_were_not_measured_again_stay(tmp_path):
    first, second = (samples.rows(part, "2026-01-02", "two cores") for part in (RECORDED[:3], RECORDED[3:4]))
    samples.write(first, tmp_path / "results.csv")
    samples.write(second, tmp_path / "results.csv")
    samples.write(second, tmp_path / "results.csv")
    with (tmp_path / "results.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == [*first, *second]


def test_an_answer_counts_with_the_map_it_carries():
    box, drawn, done = ForwardMsg(), ForwardMsg(), ForwardMsg()
    box.delta.fragment_id = "part"
    box.delta.new_element.selectbox.label = "Indicator"
    box.delta.new_element.selectbox.id = "the-box"
    box.delta.new_element.selectbox.options.extend(["Imports", "Exports"])
    drawn.delta.new_element.bidi_component.component_name = f"app.{sessions.MAP}"
    drawn.delta.new_element.bidi_component.json = '{"preloaded": "us_exports_usd", "year": 2020}'
    done.script_finished = ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY
    answer = sessions.Answer()
    for message in (box, drawn, done):
        answer.take(message)
    assert (answer.widget, answer.fragment, answer.options) == ("the-box", "part", ("Imports", "Exports"))
    assert (answer.indicators, answer.is_finished, answer.fault) == (("us_exports_usd",), True, "")


@pytest.fixture
def sent(monkeypatch):
    """What the map's own component sends: setups and draws, as they come."""
    messages: list[dict] = []
    for door in ("_open", "_mount"):
        monkeypatch.setattr(component, door, lambda data, **_: messages.append(data))
    return messages


def test_a_setup_is_no_map(sent):
    component.prepare({}, (), (), None, None, key="map")
    setup = ForwardMsg()
    setup.delta.new_element.bidi_component.json = json.dumps(sent[0])
    assert sessions.mounted(setup.delta.new_element.bidi_component) == ()


@pytest.mark.parametrize("held", [None, "us_trade_usd"])
def test_a_map_is_known_by_what_it_carries_or_names_and_by_the_hash_of_a_message_sent_before(sent, held):
    payload = {} if held else cache.map_payload("us_trade_usd", "auto")
    asked = MapRequest(
        payload, "digest", 2020, "world", None, "map", {}, on_choice=lambda: None, preload="/file.json", preloaded=held
    )
    component.draw(asked)
    drawn, again = ForwardMsg(hash="a hash"), ForwardMsg(ref_hash="a hash")
    drawn.delta.new_element.bidi_component.component_name = sessions.MAP
    drawn.delta.new_element.bidi_component.json = json.dumps(sent[0])
    first = sessions.Answer()
    first.take(drawn)
    second = sessions.Answer(known=first.known)
    second.take(again)
    assert first.indicators == second.indicators == ("us_trade_usd",)


def test_websocket_frames_are_counted_as_the_application_sees_them():
    assert traffic.payload_bytes({"opcode": 2, "payloadData": base64.b64encode(bytes(300)).decode()}) == 300
    assert traffic.payload_bytes({"opcode": 1, "payloadData": "é"}) == 2
