"""Python's search for garbage, which holds the window."""

import gc

import pytest

from proctor_desktop.gui.kit.garbage import held_back


class _Loaded:
    """Something large."""


@pytest.fixture(autouse=True)
def _as_before():
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_searched_while_something_is_loaded_nor_that_afterwards() -> None:
    with held_back():
        assert not gc.isenabled()
        loaded = _Loaded()
    assert gc.isenabled()
    assert not any(each is loaded for each in gc.get_objects())


def test_the_search_goes_on_where_loading_failed() -> None:
    with pytest.raises(OSError, match="no models"), held_back():
        raise OSError("no models")
    assert gc.isenabled()
