"""What tests of the name engine share."""

from collections.abc import Iterator

import pytest

from homeward.names import compiled


@pytest.fixture(scope="module", params=["numpy", "compiled"])
def loops_in_turn(request: pytest.FixtureRequest) -> Iterator[None]:
    """The tests of a module twice: by numpy alone, and with the loops in C, where they were built."""
    if request.param == "compiled":
        if compiled.loops() is None:
            pytest.skip(f"the name engine is {compiled.engine_state()}")
        yield
    else:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(compiled, "_loops", None)
            yield
