"""Relatives at the desk: who asks, what they agree to, what they are told, and what none learns of another."""

from __future__ import annotations

import hashlib
import html
import re
from datetime import date, timedelta

import pypdfium2
import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.casework.conftest import would_leave
from tests.web.conftest import sign_in

from homeward.casework import bare_words, told_words
from homeward.casework.actions.briefings import reserve_claim
from homeward.casework.actions.claims import add_claim, confirm_claim, withdraw_claim
from homeward.casework.actions.commitments import record_commitment
from homeward.casework.actions.enquiries import assess_harm, record_consent, record_enquirer, record_enquiry
from homeward.casework.actions.handovers import record_handover
from homeward.casework.actions.links import link_by_hand
from homeward.casework.actions.list_export import export_list
from homeward.casework.actions.preparations import decide_preparation, prepare_list
from homeward.casework.actions.statements import NewLink, record_statement
from homeward.casework.models import (
    AuditEvent,
    Briefing,
    BriefingDraft,
    Classification,
    Consent,
    ConsentPurpose,
    Delivery,
    Enquirer,
    Enquiry,
    Person,
    Role,
)
from homeward.errors import ConflictError
from homeward.records import ClaimSubject, LinkRole, PartialDate, Polarity
from homeward.web import typeset

pytestmark = pytest.mark.django_db
_DAY = date(2026, 3, 5)
_SECRET = "seven-seven-one"


@pytest.fixture
def liaison(desk):
    return desk.users[Role.FAMILY_LIAISON]


@pytest.fixture
def page(client: Client, liaison) -> Client:
    return sign_in(client, liaison)


@pytest.fixture
def person(desk):
    return desk.person()


def ask(desk, liaison, person, name="Sana Velaskin", language="en", contact="letters only", question="Where is he?"):
    one = record_enquirer(liaison, desk.case, name, language=language, safe_contact=contact)
    record_enquiry(
        liaison, one, person, relation="sister", channel="letter", asked_on=_DAY, questions=question,
        follow_up_on=date(2026, 4, 1),
    )  # fmt: skip
    return one


@pytest.fixture
def sister(desk, liaison, person):
    return ask(desk, liaison, person)


def claim(
    desk, person, words="Marko Velaskin is held in the northern district", subject=ClaimSubject.CUSTODY, **more
):
    statement = desk.statement(words, capture=desk.capture(words))
    return add_claim(desk.chief, person, subject=subject, statement=statement, **more)


def ref(thing) -> str:
    return {"Enquirer": "E", "Person": "P", "Claim": "C", "Briefing": "B"}[type(thing).__name__] + str(thing.pk)


def filled_in(page: Client, address: str) -> dict[str, str]:
    """What a browser would post of the composer without any change."""
    text = page.get(address).content.decode()
    told = {"go": "keep", "keys": re.search(r'name="keys" value="([^"]*)"', text)[1]}
    told["language"] = re.search(r'name="language" value="(\w\w)"', text)[1]
    for key, words in re.findall(r'<textarea name="text-([^"]+)"[^>]*>([^<]*)</textarea>', text):
        told[f"text-{key}"] = html.unescape(words)
    for key, rest in re.findall(r'<input type="checkbox" name="use-([^"]+)"([^>]*)>', text):
        if "checked" in rest:
            told[f"use-{key}"] = "on"
    tomorrow = timezone.localdate() + timedelta(days=1)
    return told | {"next_what": "we ask the ministry again", "next_by": tomorrow.isoformat()}


def compose(page: Client, one: Enquirer, person: Person, **changed: str) -> BriefingDraft:
    address = f"/enquirer/{ref(one)}/brief/{ref(person)}"
    answer = page.post(address, filled_in(page, address) | changed)
    assert answer.status_code == 302, answer.content.decode()
    return BriefingDraft.objects.order_by("-pk")[0]


def freeze(page: Client, draft: BriefingDraft) -> Briefing:
    answer = page.post(f"/enquirer/E{draft.enquirer_id}/draft/{draft.pk}", {"approves": "yes"})
    assert answer.status_code == 302, answer.content.decode()
    return Briefing.objects.order_by("-pk")[0]


def text_of(answer) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode()))


ASKED = {
    "names": "Данило Орвен\nDanilo Orven",
    "birth": "1990",
    "name": "Mirela Orven",
    "language": "ru",
    "reach_by": f"telephone {_SECRET}",
    "reach_when": "after eight in the evening",
    "not_to_say": "nothing to her father",
    "relation": "wife",
    "channel": "by telephone",
    "asked_on": "2026-03-05",
    "questions": "Где мой муж?",
    "follow_up_on": "2026-04-01",
    "consent_on": "2026-03-05",
    "given_trace": "yes",
    "wording_trace": "Ищите его.",
    "given_media": "no",
    "wording_media": "Не говорите с газетами.",
}


def test_whoever_asks_is_answered_by_a_search_in_any_script_first(page, desk, person):
    case = f"/case/{desk.case.pk}"
    assert page.get(f"{case}/asks/new").url == f"{case}/asks", "no form before a search"
    found = text_of(page.get(f"{case}/asks?q=ماركو فيلاسكين"))
    assert "Marko Velaskin" in found and "It is this person" in found
    assert "Nobody like this" in text_of(page.get(f"{case}/asks?q=Теодор Брандмюллер"))


def test_an_enquiry_is_recorded_whole_with_consents_and_a_receipt_in_the_relatives_language(page, desk):
    address = f"/case/{desk.case.pk}/asks/new?q=Orven"
    refused = page.post(address, ASKED | {"follow_up_on": ""})
    assert refused.status_code == 422 and not Enquiry.objects.exists() and not Person.objects.exists()
    refused = page.post(address, ASKED | {"wording_trace": ""})
    assert refused.status_code == 422 and "words that were put to them" in text_of(refused)
    answer = page.post(address, ASKED)
    made = Enquiry.objects.get()
    assert answer.url == f"/enquirer/E{made.enquirer_id}/enquiry/{made.reference}"
    assert "after eight in the evening" in made.enquirer.safe_contact
    assert {(c.purpose, c.given, c.wording) for c in Consent.objects.all()} == {
        ("trace", True, "Ищите его."), ("media", False, "Не говорите с газетами.")
    }  # fmt: skip
    receipt = text_of(page.get(answer.url))
    assert made.reference in receipt and "Ваше обращение" in receipt and "1 апреля 2026" in receipt
    assert _SECRET not in receipt, "a receipt that is found tells nobody how to reach her"
    assert "Orven" in text_of(page.get(f"/case/{desk.case.pk}/enquirers?due=1"))


def test_somebody_of_a_like_name_is_asked_about_before_they_are_recorded_twice(page, desk, liaison, person):
    known = ask(desk, liaison, person, "Orven Mirela")
    address = f"/case/{desk.case.pk}/asks/new?person={ref(person)}"
    asked = page.post(address, ASKED)
    assert asked.status_code == 422 and "Is it one of these?" in text_of(asked) and Enquirer.objects.count() == 1
    assert page.post(address, ASKED | {"enquirer": ref(known)}).status_code == 302
    assert Enquirer.objects.count() == 1 and Enquiry.objects.filter(enquirer=known).count() == 2
    assert page.post(address, ASKED | {"enquirer": "new"}).status_code == 302
    assert Enquirer.objects.count() == 2


def test_a_briefing_from_draft_to_delivery(page, desk, liaison, person, sister):
    told = claim(desk, person)
    address = f"/enquirer/{ref(sister)}/brief/{ref(person)}"
    proposed = text_of(page.get(address))
    assert f"[{ref(told)}]" in proposed and "They were told nothing" in proposed
    looked = page.post(address, filled_in(page, address) | {"go": "look"})
    assert "Exactly this would be given" in text_of(looked) and not BriefingDraft.objects.exists()
    made = freeze(page, compose(page, sister, person))
    assert made.sha256 == hashlib.sha256(made.text.encode()).hexdigest()
    assert page.get(f"/briefing/{ref(made)}/text").content == made.text.encode()
    shown = text_of(page.get(f"/briefing/{ref(made)}"))
    assert made.sha256 in shown and "Not given yet" in shown
    given = {"on": "2026-03-20", "channel": "in person", "by": "", "reactions": "She asked who the spokesman is."}
    late = given | {"on": (timezone.localdate() + timedelta(days=2)).isoformat()}
    assert page.post(f"/briefing/{ref(made)}", late).status_code == 422 and not Delivery.objects.exists()
    assert page.post(f"/briefing/{ref(made)}", given).status_code == 302
    assert "She asked who the spokesman is." in text_of(page.get(f"/enquirer/{ref(sister)}"))
    again = page.get(address).content.decode()
    assert f'name="use-C{told.pk}"' in again.split('id="s-unchanged"')[1].split('id="s-asked"')[0]
    assert "Last told:" in again and not mail.outbox


def test_what_is_left_out_has_a_reason_for_the_writer_and_is_new_again_the_next_time(page, desk, person, sister):
    kept, told = claim(desk, person), claim(desk, person, "Marko Velaskin was seen", ClaimSubject.MENTIONED)
    address = f"/enquirer/{ref(sister)}/brief/{ref(person)}"
    form = filled_in(page, address)
    del form[f"use-C{kept.pk}"]
    refused = page.post(address, form)
    assert refused.status_code == 422 and f"Say why this is not told: {ref(kept)}" in text_of(refused)
    assert page.post(address, form | {f"why-C{kept.pk}": "told in person only"}).status_code == 302
    made = freeze(page, BriefingDraft.objects.get())
    assert ref(kept) not in made.text and f"[{ref(told)}]" in made.text
    assert "told in person only" in text_of(page.get(f"/briefing/{ref(made)}")) and "in person only" not in made.text
    page.post(f"/briefing/{ref(made)}", {"on": "2026-03-20", "channel": "letter"})
    new = page.get(address).content.decode().split('id="s-unchanged"')[0]
    assert f'name="use-C{kept.pk}"' in new and f'name="use-C{told.pk}"' not in new


def test_what_came_in_while_the_page_was_open_is_not_passed_over(page, desk, person, sister):
    claim(desk, person)
    address = f"/enquirer/{ref(sister)}/brief/{ref(person)}"
    form = filled_in(page, address)
    later = claim(desk, person, "Marko Velaskin was seen", ClaimSubject.MENTIONED)
    refused = page.post(address, form)
    assert refused.status_code == 422 and f"came in since this page was made: {ref(later)}" in text_of(refused)


@pytest.mark.parametrize("language", told_words.LANGUAGES)
def test_d1_every_sentence_about_the_person_cites_a_claim_and_is_nobodys_fact(page, desk, person, sister, language):
    claim(desk, person)
    denied = claim(desk, person, "The ministry denied that it holds him", polarity=Polarity.DENIES)
    address = f"/enquirer/{ref(sister)}/brief/{ref(person)}?language={language}"
    form = filled_in(page, address)
    assert page.post(address, form).status_code == 302
    made = freeze(page, BriefingDraft.objects.get())
    assert made.language == language
    for line in made.lines.all():
        assert bare_words.faults_of(line.text, language, line.claim.polarity if line.claim else None) == ()
        if line.section in ("new", "unchanged", "taken_back"):
            assert line.claim and f"[C{line.claim_id}]" in line.said_by
    assert made.lines.filter(claim=denied).exists()


@pytest.mark.parametrize("words", ["He is released.", "Marko is alive", "The ministry spoke. He is dead."])
def test_d1_a_bare_word_of_fate_is_refused_in_the_composer(page, desk, person, sister, words):
    told = claim(desk, person)
    address = f"/enquirer/{ref(sister)}/brief/{ref(person)}"
    for changed in ({f"text-C{told.pk}": words}, {"own_unknown": words}):
        refused = page.post(address, filled_in(page, address) | changed)
        assert refused.status_code == 422 and "as a fact" in text_of(refused)
    assert not BriefingDraft.objects.exists()


def test_d2_a_consent_taken_back_keeps_the_person_off_the_next_list_and_past_lists_are_reported(
    page, desk, liaison, person, sister
):
    ministry, officer, second = desk.party(), desk.users[Role.LIST_OFFICER], desk.users[Role.SUPERVISOR]
    assess_harm(
        desk.chief, person, recipient=ministry, legal_basis="vital", assessment="known", allows=True,
        fields=would_leave(desk.chief, desk.case, person),
    )  # fmt: skip
    agreed = {"purpose": ConsentPurpose.SHARE, "on": _DAY, "wording": "Give them his name."}
    record_consent(liaison, sister, person, given=True, **agreed)

    def approved(title):
        held = prepare_list(officer, desk.case, title=title, recipient=ministry, people=[person])
        return held, decide_preparation(second, held, approves=True).list

    _, first = approved("First round")
    record_handover(officer, desk.case, list=first, recipient=ministry, on=PartialDate.read("2026-03-10"))
    other = desk.person("Ilka Tamorevic")
    assess_harm(
        desk.chief, other, recipient=ministry, legal_basis="vital", assessment="known", allows=True,
        fields=would_leave(desk.chief, desk.case, other),
    )  # fmt: skip
    held = prepare_list(officer, desk.case, title="Second round", recipient=ministry, people=[person, other])
    ready = decide_preparation(
        second,
        prepare_list(officer, desk.case, title="Third round", recipient=ministry, people=[other, person]),
        approves=True,
    ).list
    export_list(officer, ready)  # nothing stands against it yet

    address = f"/enquirer/{ref(sister)}/consent/{ref(person)}"
    taken = {"purpose": "share_with_party", "given": "no", "on": "2026-03-20", "wording": "Give his name to nobody."}
    assert page.post(address, taken).status_code == 302
    shown = text_of(page.get(address))
    assert "First round" in shown and "handed over to" in shown and "10 March 2026" in shown
    assert "Third round" in shown and "not handed over yet" in shown
    assert "1 list with this person is being prepared" in shown
    assert re.search(r"agreed,\s+5 March 2026", shown) and "Give his name to nobody." in shown

    for act in (
        lambda: decide_preparation(second, held, approves=True),
        lambda: record_handover(
            officer, desk.case, list=ready, recipient=ministry, on=PartialDate.read("2026-03-21")
        ),
        lambda: export_list(officer, ready),
    ):
        with pytest.raises(ConflictError, match=f"consent to share was taken back: P{person.pk}"):
            act()
    export_list(officer, first)  # what has left stays to be looked at
    without = prepare_list(officer, desk.case, title="Fourth round", recipient=ministry, people=[other])
    assert decide_preparation(second, without, approves=True).list.items.count() == 1


def test_d2_a_consent_is_for_one_purpose_and_its_giver_and_wording_stay(page, desk, liaison, person, sister):
    address = f"/enquirer/{ref(sister)}/consent/{ref(person)}"
    said = {"purpose": "publish", "given": "yes", "on": "2026-03-20", "wording": "You may print his photograph."}
    assert page.post(address, said | {"wording": " "}).status_code == 422 and not Consent.objects.exists()
    page.post(address, said)
    page.post(address, said | {"given": "no", "on": "2026-04-01", "wording": "No longer."})
    assert [(c.enquirer, c.given) for c in Consent.objects.order_by("pk")] == [(sister, True), (sister, False)]
    row = re.search(r"<th[^>]*>Publish.*?</tr>", page.get(address).content.decode(), re.S)[0]
    assert "does not agree" in row and "No longer." in row and "agreed" in row and "20 March 2026" in row


@pytest.fixture
def brother(desk, liaison, person):
    return ask(desk, liaison, person, "Milan Dorvec", "en", f"telephone {_SECRET}", "Did he write to me only?")


def test_d7_walls_between_relatives(page, desk, liaison, person, sister, brother):
    """The briefing for A holds nothing that is for B alone, and no page or file of A's tells of B."""
    open_to_all = claim(desk, person)
    words = "Marko Velaskin wrote that he forgives his brother"
    for_brother = claim(desk, person, words, ClaimSubject.MENTIONED)
    reserve_claim(liaison, for_brother, enquirer=brother, reason="he asked that she should not know")
    asked = Enquiry.objects.get(enquirer=brother).reference
    briefing = freeze(page, compose(page, sister, person))
    page.post(f"/briefing/{ref(briefing)}", {"on": "2026-03-20", "channel": "letter"})
    draft = compose(page, sister, person, own_asked="We wrote to the ministry.")
    one, about = ref(sister), ref(person)
    own = Enquiry.objects.get(enquirer=sister).reference
    pages = [
        f"/enquirer/{one}", f"/enquirer/{one}/enquiry/{own}", f"/enquirer/{one}/consent/{about}",
        f"/enquirer/{one}/brief/{about}", f"/enquirer/{one}/draft/{draft.pk}", f"/enquirer/{one}/held",
        f"/enquirer/{one}/held.csv", f"/briefing/{ref(briefing)}", f"/briefing/{ref(briefing)}/text",
    ]  # fmt: skip
    for address in pages:
        shown = page.get(address).content.decode()
        for secret in ("Dorvec", _SECRET, asked, "forgives", "should not know", "Did he write"):
            assert secret not in shown, (address, secret)
    assert ref(for_brother) not in briefing.text and f"[{ref(open_to_all)}]" in briefing.text
    kept = page.get(f"/enquirer/{one}/brief/{about}").content.decode().split('class="kept"')[1]
    assert ref(for_brother) in kept and "for another relative only" in kept, "the writer sees that, and why"
    assert "forgives" in text_of(page.get(f"/enquirer/{ref(brother)}/brief/{about}"))
    # Their names are kept out of what is typed, too, and of another's receipt there is nothing at this address.
    address = f"/enquirer/{one}/brief/{about}"
    named = page.post(address, filled_in(page, address) | {"own_asked": "We spoke with Milan Dorvec."})
    assert named.status_code == 422 and "somebody else who asks" in text_of(named)
    assert page.get(f"/enquirer/{one}/enquiry/{asked}").status_code == 404
    assert page.get(f"/enquirer/{ref(brother)}/draft/{draft.pk}").status_code == 404


def test_d7_a_claim_can_be_kept_for_one_relative_and_opened_again(page, desk, person, sister, brother):
    one = claim(desk, person)
    address = f"/claim/{ref(one)}/for-whom"
    assert page.post(address, {"enquirer": ref(brother), "reason": "he asked us"}).status_code == 302
    assert ref(brother) in text_of(page.get(address))
    assert f"use-C{one.pk}" not in page.get(f"/enquirer/{ref(sister)}/brief/{ref(person)}").content.decode()
    stranger = page.post(address, {"enquirer": "E99", "reason": "he asked us"})
    assert stranger.status_code == 422
    assert page.post(address, {"enquirer": "", "reason": "he agreed"}).status_code == 302
    assert f"use-C{one.pk}" in page.get(f"/enquirer/{ref(sister)}/brief/{ref(person)}").content.decode()


@pytest.mark.parametrize("subject", [ClaimSubject.DEAD, ClaimSubject.RELEASED, ClaimSubject.HEALTH])
def test_d11_grave_news_takes_two_people_and_tells_nobody_by_itself(page, client, desk, person, sister, subject):
    one = claim(desk, person, "Marko Velaskin is reported so", subject)
    address = f"/enquirer/{ref(sister)}/brief/{ref(person)}"
    first = page.get(address).content.decode()
    assert f"use-C{one.pk}" not in first and "waits for a second reader" in first, "one reader is not enough"
    confirm_claim(desk.worker, one)
    draft = compose(page, sister, person)
    assert draft.grave
    shown = page.get(f"/enquirer/{ref(sister)}/draft/{draft.pk}").content.decode()
    assert 'value="yes"' not in shown and "Somebody else who works with enquirers" in shown
    for answer in ("yes", "", "0"):
        refused = page.post(f"/enquirer/{ref(sister)}/draft/{draft.pk}", {"approves": answer})
        assert refused.status_code == 422 and not Briefing.objects.exists()
    assert "briefing to read as the second person" not in text_of(page.get("/")), "not for its writer"
    sign_in(client, desk.users[Role.SUPERVISOR])
    assert "1 briefing to read as the second person" in re.sub(r"\s+", " ", text_of(client.get("/")))
    made = freeze(client, draft)
    assert (made.entered_by, made.second_reader) == (desk.users[Role.FAMILY_LIAISON], desk.users[Role.SUPERVISOR])
    assert not mail.outbox and not Delivery.objects.exists(), "told in person, by a person"


def test_d11_news_of_death_that_is_taken_back_is_told_as_taken_back(page, client, desk, person, sister):
    one = claim(desk, person, "Marko Velaskin is reported dead", ClaimSubject.DEAD)
    confirm_claim(desk.worker, one)
    draft = compose(page, sister, person)
    sign_in(client, desk.users[Role.SUPERVISOR])
    made = freeze(client, draft)
    client.post(f"/briefing/{ref(made)}", {"on": "2026-03-20", "channel": "in person"})
    withdraw_claim(desk.chief, one, reason="the outlet took it back")
    shown = client.get(f"/enquirer/{ref(sister)}/brief/{ref(person)}").content.decode()
    assert f'name="use-back-C{one.pk}" checked' in shown and f'name="use-C{one.pk}"' not in shown
    assert "we no longer rely on it" in shown
    again = compose(client, sister, person)
    sign_in(client, desk.users[Role.FAMILY_LIAISON])
    assert "What we told you earlier and no longer rely on" in freeze(client, again).text


def test_d11_a_draft_is_sent_back_with_a_reason_and_never_frozen_then(page, client, desk, person, sister):
    claim(desk, person)
    draft = compose(page, sister, person)
    sign_in(client, desk.users[Role.SUPERVISOR])
    address = f"/enquirer/{ref(sister)}/draft/{draft.pk}"
    assert client.post(address, {"approves": "no", "reason": ""}).status_code == 422
    assert client.post(address, {"approves": "no", "reason": "The day is wrong."}).status_code == 302
    assert "The day is wrong." in text_of(client.get(address))
    assert client.post(address, {"approves": "yes"}).status_code == 422 and not Briefing.objects.exists()


def test_d20_a_briefing_gives_the_original_and_the_translation_apart(page, desk, person, sister):
    original, translation = "Его держат в северном районе", "They hold him in the northern district"
    chain = [NewLink(LinkRole.SPEAKER, "the spokesman")]
    capture = desk.capture(original)
    known = {"text": original, "language": "ru", "chain": chain}
    statement = record_statement(desk.chief, capture, translation=translation, translated_by="A. Corvel", **known)
    one = add_claim(desk.chief, person, subject=ClaimSubject.CUSTODY, statement=statement)
    made = freeze(page, compose(page, sister, person))
    line = made.lines.get(claim=one)
    assert (line.quote, line.quote_language, line.translation) == (original, "ru", translation)
    assert translation not in line.text and original in made.text
    shown = page.get(f"/briefing/{ref(made)}").content.decode()
    assert re.search(rf'<blockquote lang="ru" dir="ltr">{original}</blockquote>', shown)
    before = (one.value, one.subject, one.polarity, made.sha256)
    record_statement(desk.chief, capture, translation="Another reading", translated_by="B. Corvel", **known)
    one.refresh_from_db()
    made.refresh_from_db()
    assert (one.value, one.subject, one.polarity, made.sha256) == before and translation in made.text


def text_of_page(page: str) -> str:
    """A page without its tokens, in which any two letters may stand."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)


def test_d25_what_is_confidential_to_a_mediator_reaches_no_relative(client, desk, person, sister):
    """Not by a claim, not by a promise, not by a list of what is kept back from whoever may not know of it."""
    claim(desk, person)
    words = "Marko Velaskin is in the old school"
    closely = claim(desk, person, words, ClaimSubject.WHEREABOUTS, classification=Classification.MEDIATOR)
    promise = record_commitment(
        desk.chief, desk.statement("We will hand him over", capture=desk.capture("We will hand him over")),
        by="the mediator", content="We will hand him over", persons=[person], classification=Classification.MEDIATOR,
    )  # fmt: skip
    address = f"/enquirer/{ref(sister)}/brief/{ref(person)}"
    uncleared = sign_in(client, desk.users[Role.FAMILY_LIAISON])
    shown = uncleared.get(address).content.decode()
    assert not re.search(rf"\b(?:{ref(closely)}|M{promise.pk})\b", text_of_page(shown)) and "old school" not in shown
    cleared = sign_in(client, desk.user("cleared", Role.FAMILY_LIAISON, clearance=2))
    shown = cleared.get(address).content.decode()
    kept = shown.split('class="kept"')[1]
    assert ref(closely) in kept and "confidential to a mediator" in kept and f"M{promise.pk}" in kept
    assert f"use-C{closely.pk}" not in shown and "Where this person is, we do not know" not in shown
    draft = compose(cleared, sister, person)
    assert draft.classification == Classification.MEDIATOR, "as closely held as all it draws upon"
    made = freeze(cleared, draft)
    assert made.classification == Classification.MEDIATOR
    assert "old school" not in made.text and ref(closely) not in made.text and "hand him over" not in made.text
    uncleared = sign_in(client, desk.users[Role.FAMILY_LIAISON])
    assert uncleared.get(f"/briefing/{ref(made)}").status_code == 404
    assert uncleared.get(f"/enquirer/{ref(sister)}/draft/{draft.pk}").status_code == 404
    assert ref(made) not in text_of_page(uncleared.get(f"/case/{desk.case.pk}/briefings").content.decode())


@pytest.fixture
def in_four_languages(page, desk, person):
    """One briefing in each language, with words in Arabic, Hebrew, Russian and English in every one of them."""
    for words in ("قيل إن ماركو محتجز", "נאמר שמרקו עצור", "Сказано, что Марко держат"):
        claim(desk, person, words)
    made = {}
    for language in told_words.LANGUAGES:
        one = ask(desk, desk.users[Role.FAMILY_LIAISON], person, f"Sister {language}", language)
        made[language] = freeze(page, compose(page, one, person))
    return made


def test_a_briefing_is_a_pdf_in_each_language_the_same_bytes_each_time(page, in_four_languages):
    for language, made in in_four_languages.items():
        answer = page.get(f"/briefing/{ref(made)}/pdf")
        if not _arabic_face() and answer.status_code == 409:
            assert "fonts-noto-core" in text_of(answer)
            continue
        assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
        assert page.get(f"/briefing/{ref(made)}/pdf").content == answer.content
        document = pypdfium2.PdfDocument(answer.content)
        try:
            text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
        finally:
            document.close()
        if language in ("en", "ru"):  # the extractor turns digits around in the others
            assert made.sha256[:16] in text and "the spokesman" in text
        word = {"en": "new", "ru": "нового", "he": "חדש", "ar": "الجديد"}[language]
        assert word in text or word[::-1] in text, language
    acts = list(AuditEvent.objects.values_list("act", flat=True))
    assert "give_briefing_pdf" in acts


def test_where_a_typeface_lacks_the_page_says_so_once_and_what_to_install(page, monkeypatch, in_four_languages):
    plain = typeset.briefing_pdf
    monkeypatch.setattr(
        typeset, "briefing_pdf", lambda page, *, made_at: plain(page, made_at=made_at, system_fonts=False)
    )
    answer = page.get(f"/briefing/{ref(in_four_languages['ar'])}/pdf")
    assert answer.status_code == 409 and text_of(answer).count("fonts-noto-core") == 1
    assert "As plain text" in text_of(answer)


def test_typst_alone_sets_english_russian_and_hebrew(page, desk, person):
    from homeward.casework.queries import relatives

    for words in ("נאמר שמרקו עצור", "Сказано, что Марко держат"):
        claim(desk, person, words)
    liaison = desk.users[Role.FAMILY_LIAISON]
    for language in ("en", "ru", "he"):
        made = freeze(page, compose(page, ask(desk, liaison, person, f"Sister {language}", language), person))
        told = relatives.briefing(liaison, made)
        assert typeset.briefing_pdf(told, made_at=made.entered_at, system_fonts=False).startswith(b"%PDF")


def _arabic_face() -> bool:
    import typst

    return bool(set(typst.Fonts(include_system_fonts=True).families()) & set(typeset._ARABIC_FACES))


def test_what_runs_the_other_way_is_isolated_in_text_and_on_the_page(page, in_four_languages):
    made = in_four_languages["he"]
    assert "\u2068the spokesman" in made.text and made.text.count("\u2068") == made.text.count("\u2069")
    shown = page.get(f"/briefing/{ref(made)}").content.decode()
    assert 'lang="he" dir="rtl"' in shown and "⟨U+2068⟩" not in shown
    assert re.search(r'<blockquote lang="[^"]*" dir="ltr">Сказано', shown)
    assert re.search(r'<blockquote lang="[^"]*" dir="rtl">قيل', in_page(page, in_four_languages["en"]))


def in_page(page, made):
    return page.get(f"/briefing/{ref(made)}").content.decode()


def test_signs_that_turn_text_around_are_taken_out_of_what_is_typed(page, desk, person, sister):
    made = freeze(page, compose(page, sister, person, own_asked="We wrote\u202e to the\u2069 ministry."))
    assert "We wrote to the ministry." in made.text and "\u202e" not in made.text


def test_what_is_held_about_one_is_given_out_without_others_and_rows_nobody_judged(page, desk, person, sister):
    record_enquirer(desk.users[Role.FAMILY_LIAISON], desk.case, "Milan Dorvec", safe_contact=_SECRET)
    desk.link(person)  # only a candidate
    theirs = desk.list()
    link_by_hand(desk.chief, theirs.items.get(), person, reason="the father's name and the birth date agree")
    closely = claim(desk, person, "Marko Velaskin was seen", ClaimSubject.MENTIONED, classification=1)
    told = claim(desk, person)
    given = page.get(f"/person/{ref(person)}/held.csv")
    text = given.content.decode()
    assert ref(told) in text and ref(closely) not in text and "Dorvec" not in text and _SECRET not in text
    assert text.count("Row of a list") == 1
    record_consent(
        desk.chief, sister, person, purpose=ConsentPurpose.SHARE, given=True, on=date(2026, 3, 20), wording="Yes."
    )
    of_sister = page.get(f"/enquirer/{ref(sister)}/held.csv").content.decode()
    assert "letters only" in of_sister
    assert "name the person to a party; Yes." in of_sister and "share_with_party" not in of_sister
    assert "give_held" in set(AuditEvent.objects.values_list("act", flat=True))


def _addresses(desk, person, one, made, draft, told):
    case, about = f"/case/{desk.case.pk}", ref(person)
    reference = Enquiry.objects.get(enquirer=one).reference
    return [
        f"{case}/asks", f"{case}/asks/new?person={about}", f"{case}/enquirers", f"{case}/briefings",
        f"/enquirer/{ref(one)}", f"/enquirer/{ref(one)}/enquiry/{reference}", f"/enquirer/{ref(one)}/consent/{about}",
        f"/enquirer/{ref(one)}/brief/{about}", f"/enquirer/{ref(one)}/draft/{draft.pk}", f"/enquirer/{ref(one)}/held",
        f"/enquirer/{ref(one)}/held.csv", f"/person/{about}/held", f"/person/{about}/held.csv",
        f"/claim/{ref(told)}/for-whom", f"/briefing/{ref(made)}", f"/briefing/{ref(made)}/text",
        f"/briefing/{ref(made)}/pdf",
    ]  # fmt: skip


@pytest.mark.parametrize("role", sorted({*Role} - {Role.FAMILY_LIAISON, Role.SUPERVISOR, Role.ADMINISTRATOR}))
def test_whoever_does_not_work_with_relatives_learns_nothing_of_them(page, client, desk, person, sister, role):
    told = claim(desk, person)
    draft = compose(page, sister, person)
    made = freeze(page, draft)
    addresses = _addresses(desk, person, sister, made, draft, told)
    for address in addresses:
        assert page.get(address).status_code == 200, address
    sign_in(client, desk.users[role])
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code in (403, 404), address
        assert "Sana" not in answer.content.decode() and "letters only" not in answer.content.decode()
        if f"/{ref(sister)}" in address or f"/{ref(made)}" in address:
            assert answer.status_code == 404, "the same as one that is not there"
    if role != Role.AUDITOR:
        shown = client.get(f"/person/{ref(person)}").content.decode()
        assert "Sana" not in shown and "Who asks about them" not in shown


def test_every_read_is_in_the_audit(page, desk, person, sister):
    told = claim(desk, person)
    draft = compose(page, sister, person)
    made = freeze(page, draft)
    acts = {
        "enquirers": "read_enquirers", "briefings": "read_briefings", "brief/": "read_briefing_material",
        "draft/": "read_draft", "enquiry/": "read_receipt", "consent/": "read_consents", "held.csv": "give_held",
        "/text": "give_briefing_text", "/pdf": "give_briefing_pdf",
    }  # fmt: skip
    for address in _addresses(desk, person, sister, made, draft, told):
        act = next((act for part, act in acts.items() if part in address), None)
        if act is None:
            continue
        before = AuditEvent.objects.filter(act=act).count()
        page.get(address)
        assert AuditEvent.objects.filter(act=act).count() > before, address


def test_pages_ask_the_database_no_more_when_there_is_twice_as_much(page, desk, liaison, person, sister):
    def something(number):
        told = claim(desk, person, f"Marko Velaskin is held, it was said {number} times")
        ask(desk, liaison, person, f"Cousin Number{number}")
        return told

    told = something(1)
    draft = compose(page, sister, person)
    made = freeze(page, draft)
    addresses = [a for a in _addresses(desk, person, sister, made, draft, told) if not a.endswith("/pdf")]

    def asked(address):
        page.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert page.get(address).status_code == 200
        return len(seen)

    before = {address: asked(address) for address in addresses}
    for number in range(2, 6):
        something(number)
    assert {address: asked(address) for address in addresses} == before
    assert max(before.values()) < 120, before


def test_empty_pages_say_what_to_do_next(page, desk):
    assert "begin with" in text_of(page.get(f"/case/{desk.case.pk}/enquirers"))
    assert "Choose a relative" in text_of(page.get(f"/case/{desk.case.pk}/briefings"))


def test_a_briefing_is_about_somebody_whom_this_relative_asked_about(page, desk, sister):
    other = desk.person("Ilka Tamorevic")
    for part in ("brief", "consent"):
        assert page.get(f"/enquirer/{ref(sister)}/{part}/{ref(other)}").status_code == 404


# --- who asks is not named to another who asks ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "is_named"),
    [
        ("Sana Velaskin", True), ("Velaskin, Sana", True), ("Сана Веласкин", True), ("S. Velaskin", True),
        ("Tomas Velaskin", False), ("Marko Velaskin", False), ("Sana Tamorevic", False), ("Velaskin", False),
    ],
)  # fmt: skip
def test_d7_a_caller_who_shares_the_family_name_does_not_bring_up_who_asked_before(
    page, desk, person, sister, name, is_named
):
    address = f"/case/{desk.case.pk}/asks/new?person={ref(person)}"
    answer = page.post(address, ASKED | {"name": name})
    if is_named:
        assert answer.status_code == 422 and "Somebody of a like name has asked before" in text_of(answer)
        assert ref(sister) in text_of(answer)
    else:
        assert answer.status_code == 302, text_of(answer)
        assert Enquirer.objects.count() == 2


def test_a_family_name_alone_is_said_to_be_a_part_written_alike(page, desk, person):
    shown = text_of(page.get(f"/case/{desk.case.pk}/asks?q=Velaskin"))
    assert "part of the name, written alike" in shown and "doubtful" not in shown
    found = text_of(page.get(f"/find?case={desk.case.pk}&q=Velaskin"))
    assert "part of the name, written alike" in found
