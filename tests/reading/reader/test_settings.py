"""Off by default; only near addresses; nothing that cannot be meant."""

from __future__ import annotations

import pytest

from homeward.errors import BadInputError
from homeward.reading.reader import ReaderSettings
from homeward.reading.reader.settings import is_near

NEAR = "http://127.0.0.1:8080/v1"


def test_without_an_address_there_is_no_reader() -> None:
    assert ReaderSettings.read({}) is None
    assert ReaderSettings.read({"address": "  ", "model": "tarn-7b", "key": "k"}) is None


def test_the_values_of_the_environment_become_settings() -> None:
    read = ReaderSettings.read({"address": f" {NEAR}/ ", "model": "tarn-7b", "key": "", "outside": "", "ca_file": ""})
    assert read is not None
    assert (read.model, read.outside, read.ca_file) == ("tarn-7b", False, None)
    assert read.endpoint.path == "/v1/chat/completions"
    assert read.endpoint.origin == "http://127.0.0.1:8080"


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("10.20.30.40", True),
        ("172.16.0.1", True),
        ("172.32.0.1", False),
        ("192.168.1.9", True),
        ("fd00::7", True),
        ("0.0.0.0", False),
        ("169.254.169.254", False),  # where machines of a data centre are told their passwords
        ("100.64.0.1", False),
        ("fe80::1", False),
        ("fe80::1%lo", False),
        ("198.51.100.7", False),
        ("2001:db8::1", False),
        ("::ffff:198.51.100.7", False),
        ("localhost", False),  # a name is looked up first
        ("", False),
    ],
)
def test_near_is_this_machine_and_private_networks(address: str, near: bool) -> None:
    assert is_near(address) is near


@pytest.mark.parametrize("address", ["https://198.51.100.7/v1", "http://198.51.100.7", "https://[2001:db8::1]/v1"])
def test_an_address_outside_is_refused_unless_a_second_setting_allows_it(address: str) -> None:
    with pytest.raises(BadInputError, match="no text leaves") as refused:
        ReaderSettings(address, "tarn-7b")
    assert "HOMEWARD_READER_OUTSIDE=yes" in refused.value.problem.remedy
    assert ReaderSettings(address, "tarn-7b", outside=True).outside


def test_text_never_goes_outside_in_clear() -> None:
    allowed = ReaderSettings("http://reader.example/v1", "tarn-7b", outside=True)
    with pytest.raises(BadInputError, match="in clear"):
        allowed.check(["198.51.100.7"])
    allowed.check(["192.168.1.9"])
    ReaderSettings("https://reader.example/v1", "tarn-7b", outside=True).check(["198.51.100.7"])


def test_one_far_address_among_near_ones_is_enough_to_refuse() -> None:
    with pytest.raises(BadInputError, match="no text leaves"):
        ReaderSettings("http://reader.example/v1", "tarn-7b").check(["127.0.0.1", "198.51.100.7"])


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1:8080",
        "ftp://127.0.0.1/v1",
        "file:///etc/passwd",
        "http://",
        "http://anna:secret@127.0.0.1/v1",
        "http://127.0.0.1/v1?key=secret",
        "http://127.0.0.1/v1#secret",
        "http://127.0.0.1:99999/v1",
        "http://127.0.0.1/v1\r\nX: secret",
        "http://[::1",
        "http://127.0.0.1/ v1",
    ],
)
def test_what_is_no_address_is_refused_and_not_shown(address: str) -> None:
    with pytest.raises(BadInputError) as refused:
        ReaderSettings(address, "tarn-7b")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "ключ"])
def test_a_key_that_is_none_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(BadInputError) as refused:
        ReaderSettings(NEAR, "tarn-7b", key=key)
    assert key not in str(refused.value)


def test_the_key_is_never_shown() -> None:
    assert "s3cret" not in repr(ReaderSettings(NEAR, "tarn-7b", key="s3cret"))


@pytest.mark.parametrize("model", ["", "  ", "a\nb", "x" * 201])
def test_a_model_has_a_name(model: str) -> None:
    with pytest.raises(BadInputError, match="HOMEWARD_READER_MODEL"):
        ReaderSettings(NEAR, model)


def test_outside_is_yes_or_nothing() -> None:
    with pytest.raises(BadInputError, match="HOMEWARD_READER_OUTSIDE"):
        ReaderSettings.read({"address": NEAR, "model": "tarn-7b", "outside": "maybe"})
