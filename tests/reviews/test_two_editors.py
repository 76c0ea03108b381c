"""Two people editing one record: the second is shown the difference and decides; nothing typed is lost."""

import re

from guildbook.kit.actions import changes_of
from guildbook.kit.record_types import by_name
from reviews.conftest import form_of

PERSON = by_name("person")
EDIT, SETTLE = "/people/person-0/edit", "/people/person-0/settle"


def work_in(page):
    return re.search(r'name="work" value="([^"]+)"', page).group(1)


def both_edit(lan, mei, hers, mine):
    """Both open the form; mei keeps hers first, then lan sends his."""
    sent = form_of(lan.client, EDIT)
    assert mei.client.post(EDIT, {**form_of(mei.client, EDIT), **hers}).status_code == 302
    answer = lan.client.post(EDIT, {**sent, **mine})
    assert answer.status_code == 422
    return answer.content.decode()


def names():
    return PERSON.model.objects.get(key="person-0").names


def test_what_each_changed_for_itself_is_chosen_already(lan, mei):
    page = both_edit(lan, mei, {"since": "2019"}, {"note.en": "Teaches welding.", "why": "asked her"})
    assert re.search(r'name="choice.since" value="theirs" checked', page)
    assert re.search(r'name="choice.note" value="mine" checked', page)
    assert "Teaches" in page
    chosen = dict(re.findall(r'name="(choice\.[^"]+)" value="([^"]+)" checked', page))
    answer = lan.client.post(SETTLE, {"work": work_in(page), "why": "asked her", **chosen})
    assert answer.status_code == 302
    kept = changes_of(PERSON, "person-0").first()
    assert (kept.who, kept.why) == ("lan", "asked her")
    assert kept.after["since"] == "2019"
    assert kept.after["note"]["en"] == "Teaches welding."


def test_what_both_changed_must_be_decided(lan, mei):
    page = both_edit(lan, mei, {"names.en": "Hers"}, {"names.en": "Mine"})
    assert "Both changed this" in page
    assert not re.search(r'name="choice.names" value="\w+" checked', page)
    again = lan.client.post(SETTLE, {"work": work_in(page)})
    assert again.status_code == 422
    assert "decide which of the two stands" in again.content.decode()
    assert names()["en"] == "Hers"
    lan.client.post(SETTLE, {"work": work_in(again.content.decode()), "choice.names": "mine"})
    assert names()["en"] == "Mine"


def test_languages_go_together(lan, mei):
    page = both_edit(lan, mei, {"names.en": "Hers"}, {"names.zh-Hans": "我的"})
    assert re.search(r'name="choice.names" value="both" checked', page)
    lan.client.post(SETTLE, {"work": work_in(page), "choice.names": "both"})
    assert names() == {"en": "Hers", "zh-Hans": "我的"}


def test_a_third_change_meanwhile_is_shown_again(lan, mei):
    page = both_edit(lan, mei, {"names.en": "Hers"}, {"names.en": "Mine"})
    mei.client.post(EDIT, {**form_of(mei.client, EDIT), "names.en": "Hers again"})
    again = lan.client.post(SETTLE, {"work": work_in(page), "choice.names": "mine"})
    assert again.status_code == 422
    assert "once more" in again.content.decode()
    assert "Hers again" in again.content.decode().replace("<del>", "").replace("<ins>", "").replace("</ins>", "")
    assert names()["en"] == "Hers again"


def test_work_cannot_be_altered_or_used_for_another_record(lan, mei, stranger):
    page = both_edit(lan, mei, {"names.en": "Hers"}, {"names.en": "Mine"})
    work = work_in(page)
    assert lan.client.post(SETTLE, {"work": work[:-2] + "xx", "choice.names": "mine"}).status_code == 400
    assert lan.client.post("/organisations/organisation-0/settle", {"work": work}).status_code == 400
    assert stranger.client.post(SETTLE, {"work": work, "choice.names": "mine"}).status_code == 403
    assert names()["en"] == "Hers"


def test_a_form_from_nobody_knows_when_overwrites_nothing(lan, mei):
    sent = {**form_of(lan.client, EDIT), "version": "x", "names.en": "Mine"}
    page = lan.client.post(EDIT, sent)
    assert page.status_code == 422
    assert "Both changed this" in page.content.decode()
    assert names()["en"] == "Person 0"
