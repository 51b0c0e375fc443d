"""Every test of this folder is marked as one of the browser, so that the quick run leaves all of them out."""


def test_every_test_of_the_folder_is_marked(request):
    here = request.path.parent
    own = [item for item in request.session.items if here in item.path.parents]
    assert request.node in own
    assert [item.nodeid for item in own if not item.get_closest_marker("browser")] == []
    elsewhere = [item for item in request.session.items if item not in own]
    assert [item.nodeid for item in elsewhere if "browser" in item.fixturenames] == []
