"""What-if on what stands beside the options."""

from auditor.model.terms import Channel, Human, Price
from auditor.scoring.changes import Scope
from auditor.scoring.changes.options import AddPerson, Reprice, State
from tests.scoring.build import option, seen

_ALL = Scope(frozenset({(None, None)}))


def test_hours_are_stated_where_they_were_not() -> None:
    evidence = seen(options=[option(), option(Channel.EMAIL, hours="9 to 5")])
    assert [o.hours for o in State(what="hours").apply(evidence, _ALL).contacts] == ["stated", "9 to 5"]


def test_an_answer_time_is_stated() -> None:
    assert State(what="answer_time").apply(seen(options=[option()]), _ALL).contacts[0].response_promise


def test_a_bot_offers_a_person() -> None:
    evidence = seen(options=[option(Channel.CHAT, human=Human.BOT), option(human=Human.HUMAN)])
    found = AddPerson(channels=(Channel.CHAT,)).apply(evidence, _ALL).contacts
    assert [o.human for o in found] == [Human.HUMAN, Human.HYBRID]


def test_dear_numbers_become_ordinary_ones() -> None:
    options = [option(value=price.value, id=price.value, price=price) for price in Price]
    found = {o.price for o in Reprice().apply(seen(options=options), _ALL).contacts}
    assert found == {Price.FREE, Price.BASIC, Price.UNKNOWN}
