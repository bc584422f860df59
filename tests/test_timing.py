from tests.timing import grows_in_proportion


def test_what_grows_in_proportion_is_told_from_what_grows_with_the_square() -> None:
    assert grows_in_proportion(lambda size: sum(range(size)), 20_000)
    assert not grows_in_proportion(lambda size: sum(range(size * size)), 500)
