"""How the desk calls things stays at the desk: relatives read whose list it is, and of what day (D7, D25)."""

from __future__ import annotations

from datetime import date

import pytest
from tests.casework.build import AS_OF

from homeward.casework.actions.enquiries import record_enquirer, record_enquiry
from homeward.casework.actions.lists import let_title_be_told
from homeward.casework.models import Claim, Direction, List
from homeward.casework.queries import relatives
from homeward.records import ClaimSubject

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "ru", "he", "ar")
SECRET = "Got from Orlan under the table"
PURPOSE = "whom Orlan could not move"


@pytest.fixture
def sister(file):
    """A relative of somebody who stands on a list with an internal title."""
    maro = file.person("Maro Velisk")
    theirs = file.list_of(
        [("Maro Velisk", "1991")], title=SECRET, author="Coast Movement", direction=Direction.IN, as_of="2031-04-02"
    )
    List.objects.filter(pk=theirs.pk).update(purpose=PURPOSE)
    file.same(file.candidate(theirs, 1, maro))
    assert Claim.objects.get(subject=ClaimSubject.LISTED).person == maro
    made = record_enquirer(file.user, file.case, "Ada Velisk", language="en")
    record_enquiry(
        file.user, made, maro, relation="sister", channel="telephone", asked_on=date(2031, 4, 3), questions="Where?"
    )
    return made


def _material(file, sister, language):
    (maro,) = file.people
    return relatives.material(file.user, sister, maro, language=language, as_of=AS_OF, told={})


def _sentences(file, sister, language) -> str:
    return "\n".join(f"{line.text} {line.said_by} {line.quote}" for line in _material(file, sister, language).lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_d25_a_relative_does_not_read_how_the_desk_calls_a_list(file, sister, language):
    said = _sentences(file, sister, language)
    assert SECRET not in said and PURPOSE not in said
    assert "Coast Movement" in said and "2031" in said, "whose list it is, and of what day"
    held = relatives.held_about_person(file.user, file.people[0]).rows
    assert not [row for row in held if SECRET in f"{row.what.text} {row.source}" or PURPOSE in row.what.text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_that_may_be_told_is_read_with_what_the_list_says_of_its_people(file, sister, language):
    let_title_be_told(file.user, List.objects.get(), may=True)
    said = _sentences(file, sister, language)
    assert SECRET in said and PURPOSE in said
    let_title_be_told(file.user, List.objects.get(), may=False)
    assert SECRET not in _sentences(file, sister, language)


def test_whether_a_title_may_be_told_is_said_on_the_lists_page_and_changed_there(file, sister, page):
    where = f"/list/L{List.objects.get().pk}"
    assert "whose list it is and of what day; not its title" in page.get(where).content.decode()
    assert page.post(f"{where}/told", {"may": "yes"}).status_code == 302
    assert "its title, and what it says of its people" in page.get(where).content.decode()
    assert List.objects.get().title_may_be_told
