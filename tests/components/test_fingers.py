"""Whom the hint about two fingers is for, in the browser's own code."""

import pytest

# A picture that hears touches, and a row of them: how each begins or goes on, and where its fingers are.
HEARD = """(() => {
    globalThis.TouchEvent ??= class {};
    const hearing = {};
    let said = 0;
    shareFingers({ addEventListener: (kind, hear) => (hearing[kind] = hear) }, () => (said += 1));
    const target = { dispatchEvent: () => {} };
    for (const [kind, ...spots] of TOUCHES) {
        const touches = spots.map(([clientX, clientY]) => ({ clientX, clientY }));
        hearing[kind]({ isTrusted: true, touches, target, stopPropagation: () => {}, preventDefault: () => {} });
    }
    return said;
})()"""
ONE = """["touchstart", [100, 100]], ["touchmove", [100, 140]]"""
LEFT_OF_TWO = """["touchstart", [100, 100]], ["touchstart", [100, 100], [180, 100]],
    ["touchmove", [60, 100], [220, 100]], ["touchmove", [58, 100]]"""


@pytest.mark.parametrize(("touches", "count"), [(ONE, 1), (LEFT_OF_TWO, 0)])
def test_finger_alone_is_told_of_two_and_the_one_left_of_two_is_not(node, touches, count):
    run = node(("base/dom", "interaction/wheel"), "shareFingers")
    assert run(HEARD.replace("TOUCHES", f"[{touches}]")) == count
